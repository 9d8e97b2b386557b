package org.jutong.identity.internal.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jutong.identity.Accounts;
import org.jutong.identity.NewGrant;
import org.jutong.identity.internal.store.AccountTable;
import org.jutong.identity.internal.store.CredentialTable;
import org.jutong.identity.internal.store.GrantTable;
import org.jutong.identity.internal.store.StoredCredential;
import org.jutong.persistence.Store;
import org.jutong.plugin.Problem;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the first administrator on a platform without accounts. The password is the environment's
 * {@code JUTONG_ADMIN_PASSWORD}; where there is none one is made up and left in {@code first-password.txt} of the data
 * folder, for the launcher to show once and delete; it has been seen on a screen and is changed at the first sign-in. It is never
 * logged. {@code JUTONG_ADMIN_TOTP} sets the second
 * factor too. Everything else of identity waits for this, so
 * that a platform nobody can sign in to does not come up.
 */
@Component(service = FirstAdministrator.class)
public final class FirstAdministrator {

    static final String USERNAME = "admin";
    static final String FILE = "first-password.txt";

    private static final Pattern SECRET = Pattern.compile("[A-Z2-7]{32,128}");
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    @Activate
    public FirstAdministrator(
            BundleContext context,
            @Reference(target = "(osgi.unit.name=identity)") Store store,
            @Reference Passwords passwords,
            @Reference SecondFactors factors,
            @Reference Clock clock) {
        this(
                store,
                passwords,
                factors,
                clock,
                given("JUTONG_ADMIN_PASSWORD"),
                given("JUTONG_ADMIN_TOTP"),
                Path.of(Optional.ofNullable(context.getProperty("jutong.data")).orElse("data")));
    }

    public FirstAdministrator(
            Store store,
            Passwords passwords,
            SecondFactors factors,
            Clock clock,
            Optional<String> given,
            Optional<String> secret,
            Path data) {
        AccountTable accounts = new AccountTable(store);
        GrantTable grants = new GrantTable(store);
        if (!accounts.all().isEmpty()) {
            return;
        }
        given.ifPresent(password -> requireUsable(passwords, password));
        secret.ifPresent(FirstAdministrator::requireSecret);
        String password = given.orElseGet(passwords::generate);
        StoredCredential first = StoredCredential.first(USERNAME, passwords.hash(password), given.isEmpty());
        StoredCredential credential =
                secret.map(text -> first.with(factors.seal(text, USERNAME))).orElse(first);
        store.change(em -> {
            Instant now = clock.instant();
            accounts.insert(USERNAME, "平台管理员", Optional.empty(), Accounts.LOCAL, now);
            new CredentialTable(store).insert(credential);
            grants.insert(
                    new org.jutong.identity.Holder.User(USERNAME),
                    NewGrant.everywhere(Accounts.ADMINISTRATOR),
                    Accounts.SYSTEM.username(),
                    now,
                    Optional.empty());
            // before the commit: rather a file without an account, mended by the next start, than the reverse
            if (given.isEmpty()) {
                leave(password, data);
            }
        });
        LOG.info("The first administrator is {}.", USERNAME);
    }

    private static void requireUsable(Passwords passwords, String password) {
        try {
            passwords.requireUsable(password, USERNAME);
        } catch (Problem refused) {
            throw refusal("JUTONG_ADMIN_PASSWORD must have 12 to 1024 characters and be none that is easily guessed ("
                    + refused.code() + ")");
        }
    }

    private static void requireSecret(String secret) {
        if (!SECRET.matcher(secret).matches()) {
            throw refusal("JUTONG_ADMIN_TOTP must be a secret of 160 bits or more in base32, 32 characters at least");
        }
    }

    private static IllegalStateException refusal(String sentence) {
        LOG.error("{}; the platform does not start with any other.", sentence);
        return new IllegalStateException(sentence);
    }

    private static Optional<String> given(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(given -> !given.isEmpty());
    }

    private static void leave(String password, Path data) {
        try {
            Files.createDirectories(data);
            Path written = Files.createTempFile(
                    data,
                    "first-password",
                    ".tmp",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(written, password + "\n");
            Files.move(written, data.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot leave the first password in " + data.toAbsolutePath(), e);
        }
    }
}
