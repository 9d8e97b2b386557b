package org.jutong.identity.internal.signin;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;
import org.jutong.identity.internal.store.CredentialTable;
import org.jutong.identity.internal.store.StoredCredential;
import org.jutong.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The second factor: codes of an authenticator app, each accepted once, and ten recovery codes for the day the phone is
 * lost. It counts no failures; those who ask do. Thread-safe.
 */
@Component(service = SecondFactors.class)
public final class SecondFactors {

    static final int RECOVERY_CODES = 10;

    private static final String ISSUER = "Jutong";
    private static final int RECOVERY_BYTES = 15;

    private final CredentialTable table;
    private final Sealing sealing;
    private final Clock clock;
    private final Totp totp = new Totp();

    @Activate
    public SecondFactors(
            @Reference(target = "(osgi.unit.name=identity)") Store store,
            @Reference Sealing sealing,
            @Reference Clock clock) {
        this.table = new CredentialTable(store);
        this.sealing = sealing;
        this.clock = clock;
    }

    /** Makes a secret and keeps it until {@link #enrol}; the one in force stays until then. */
    Offer offer(String username) {
        byte[] secret = Secrets.bytes(Totp.SECRET_BYTES);
        table.offer(username, sealing.seal(secret, username));
        String text = new Base32().encodeToString(secret);
        String uri = "otpauth://totp/" + ISSUER + ":" + username + "?secret=" + text + "&issuer=" + ISSUER;
        return new Offer(text, uri, QrCode.of(uri));
    }

    /** The time step whose code of the offered secret this is; empty where it is none of now. */
    OptionalLong confirm(StoredCredential credential, String code) {
        return totp.step(open(credential.nextSecret().orElseThrow(), credential), code, clock.instant(), 0);
    }

    /** Puts the offered secret in force, the code of the step being used up; the answer are its recovery codes. */
    List<String> enrol(String username, long step) {
        table.enrol(username, step);
        return renewRecoveryCodes(username);
    }

    /** Removes the second factor with its recovery codes. */
    void remove(String username) {
        table.removeSecret(username);
    }

    /** Ten new recovery codes in place of those before; shown now and never again. */
    List<String> renewRecoveryCodes(String username) {
        List<String> codes = Stream.generate(SecondFactors::recoveryCode)
                .limit(RECOVERY_CODES)
                .toList();
        table.setRecoveryCodes(
                username, codes.stream().map(code -> hash(username, code)).toList());
        return codes;
    }

    /** Whether this is a code of now that has not been accepted before. */
    boolean accepts(StoredCredential credential, String code) {
        OptionalLong step = totp.step(
                open(credential.secret().orElseThrow(), credential), code, clock.instant(), credential.step());
        return step.isPresent() && table.take(credential.username(), step.getAsLong());
    }

    /** Whether this is a recovery code that has not been used; it is used up by this. */
    boolean acceptsRecoveryCode(StoredCredential credential, String code) {
        return table.takeRecoveryCode(credential.username(), hash(credential.username(), code));
    }

    /** A secret that an operator has chosen, base32, sealed for the account. */
    String seal(String base32, String username) {
        return sealing.seal(new Base32().decode(base32), username);
    }

    private byte[] open(String sealed, StoredCredential credential) {
        return sealing.open(sealed, credential.username());
    }

    /** 120 random bits, six groups of four; those drawn before had 80, four groups. */
    private static String recoveryCode() {
        return new Base32().encodeToString(Secrets.bytes(RECOVERY_BYTES)).replaceAll("(.{4})(?!$)", "$1-");
    }

    /** However it is written: in lower case, without hyphens. */
    private static String hash(String username, String code) {
        String cut = code.length() > 64 ? "" : code;
        return Secrets.hash(username + " " + cut.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }

    /**
     * A secret to be put into an authenticator app.
     *
     * @param secret in base32
     * @param uri the same with its name, as apps read it
     * @param qr the uri as a picture
     */
    public record Offer(String secret, String uri, QrCode qr) {
        @Override
        public String toString() {
            return "Offer[]";
        }
    }
}
