package org.jutong.signin.internal;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jutong.identity.ExternalCredentials;
import org.jutong.plugin.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passwords of an LDAP directory, checked by a simple bind over TLS whose certificate and host name are verified
 * against what the Java of the platform trusts. A connection for each check: nobody's bind is left for another.
 * Thread-safe.
 */
final class Directory implements ExternalCredentials {

    private static final Logger LOG = LoggerFactory.getLogger(Directory.class);
    private static final int CONNECT_MILLIS = 3_000;
    private static final int ANSWER_MILLIS = 5_000;

    private final LdapSettings settings;

    Directory(LdapSettings settings) {
        this.settings = settings;
    }

    @Override
    public String source() {
        return "ldap";
    }

    @Override
    public boolean matches(String username, String password) {
        // a bind without a password is an anonymous one, which succeeds for everybody (RFC 4513, 5.1.2)
        if (password.isEmpty()) {
            return false;
        }
        try {
            Optional<String> dn = find(username);
            return dn.isPresent() && binds(dn.get(), password);
        } catch (LDAPException | NoSuchAlgorithmException e) {
            LOG.warn("The directory {} does not serve: {}", settings.url(), e.getMessage());
            throw Problem.of(503, "sign_in_elsewhere_unavailable");
        }
    }

    private Optional<String> find(String username) throws LDAPException, NoSuchAlgorithmException {
        if (settings.userDn().isPresent()) {
            String escaped = new RDN("uid", username).toString().substring("uid=".length());
            return settings.userDn().map(pattern -> pattern.replace(LdapSettings.USER, escaped));
        }
        Filter filter = Filter.create(settings.filter().replace(LdapSettings.USER, Filter.encodeValue(username)));
        SearchRequest search = new SearchRequest(settings.base(), SearchScope.SUB, filter, SearchRequest.NO_ATTRIBUTES);
        search.setSizeLimit(2);
        try (LDAPConnection connection = connect()) {
            if (settings.searcher().isPresent()) {
                connection.bind(settings.searcher().get(), settings.searcherPassword());
            }
            SearchResult found = connection.search(search);
            if (found.getEntryCount() > 1) {
                LOG.warn("The directory has more than one entry for {}", username);
            }
            return found.getEntryCount() == 1
                    ? Optional.of(found.getSearchEntries().get(0).getDN())
                    : Optional.empty();
        } catch (LDAPException e) {
            if (e.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
                LOG.warn("The directory has more than one entry for {}", username);
                return Optional.empty();
            }
            throw e;
        }
    }

    private boolean binds(String dn, String password) throws LDAPException, NoSuchAlgorithmException {
        try (LDAPConnection connection = connect()) {
            return connection.bind(dn, password).getResultCode().equals(ResultCode.SUCCESS);
        } catch (LDAPException e) {
            if (e.getResultCode().equals(ResultCode.INVALID_CREDENTIALS)
                    || e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                return false;
            }
            throw e;
        }
    }

    private LDAPConnection connect() throws LDAPException, NoSuchAlgorithmException {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(CONNECT_MILLIS);
        options.setResponseTimeoutMillis(ANSWER_MILLIS);
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
        options.setFollowReferrals(false);
        String host = settings.url().getHost();
        if (settings.isTls()) {
            return new LDAPConnection(SSLContext.getDefault().getSocketFactory(), options, host, settings.port());
        }
        LDAPConnection connection = new LDAPConnection(options, host, settings.port());
        if (!Environment.isLoopback(settings.url())) {
            try {
                if (!connection
                        .processExtendedOperation(new StartTLSExtendedRequest(SSLContext.getDefault()))
                        .getResultCode()
                        .equals(ResultCode.SUCCESS)) {
                    throw new LDAPException(ResultCode.CONNECT_ERROR, "the directory does not offer StartTLS");
                }
            } catch (LDAPException e) {
                connection.close();
                throw e;
            }
        }
        return connection;
    }
}
