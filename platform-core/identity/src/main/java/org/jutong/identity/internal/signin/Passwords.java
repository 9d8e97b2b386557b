package org.jutong.identity.internal.signin;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jutong.plugin.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Passwords: what is good enough, Argon2id hashes (19 MiB, 2 passes, 1 lane), and made-up ones. Thread-safe. */
@Component(service = Passwords.class)
public class Passwords {

    // without what is mistaken for another character when it is read off a terminal
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int GENERATED = 20;

    private final PasswordPolicy policy = new PasswordPolicy();
    private final Argon2Function argon2;

    // nobody's: checked for an unknown name, so that the answer takes as long as for a known one
    private final String nobodys;

    private final SecureRandom random = new SecureRandom();

    // each check takes 19 MiB: a flood of sign-ins must not take the heap
    private final Semaphore atOnce = new Semaphore(4, true);

    @Activate
    public Passwords() {
        this(19 * 1024, 2);
    }

    /** Tests that only need some hash take a cheap one. */
    public Passwords(int kibibytes, int passes) {
        argon2 = Argon2Function.getInstance(kibibytes, passes, 1, 32, Argon2.ID, Argon2Function.ARGON2_VERSION_13);
        nobodys = "$argon2id$v=19$m=" + kibibytes + ",t=" + passes + ",p=1$" + "A".repeat(22) + "$" + "A".repeat(43);
    }

    /**
     * Passes or refuses a password that is to be set.
     *
     * @param words known to be connected with the account, such as its name: they alone make no password
     * @throws Problem {@code password_missing}, {@code password_has_null}, {@code password_too_short},
     *     {@code password_too_long}, {@code password_common} or {@code password_guessable} (400), field
     *     {@code password}
     */
    public void requireUsable(String password, String... words) {
        policy.require(password, "password", words);
    }

    /** The hash to store, with a salt of its own. */
    public String hash(String password) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        byte[] normal = PasswordPolicy.normal(password).getBytes(StandardCharsets.UTF_8);
        atOnce.acquireUninterruptibly();
        try {
            return argon2.hash(normal, salt).getResult();
        } finally {
            atOnce.release();
        }
    }

    /**
     * Whether the password is the one of the hash. One hash is computed in any case, of an empty password where this
     * one cannot be anybody's; so that the answer takes as long where there is no hash.
     */
    public boolean matches(String password, Optional<String> hash) {
        String normal = PasswordPolicy.normal(password);
        return check(normal, hash.orElse(nobodys)) && hash.isPresent() && !normal.isEmpty();
    }

    /** The one place where a password is compared. */
    boolean check(String password, String hash) {
        atOnce.acquireUninterruptibly();
        try {
            // the parameters are the stored hash's own, which may be older than today's
            return Argon2Function.getInstanceFromHash(hash).check(password, hash);
        } finally {
            atOnce.release();
        }
    }

    String nobodys() {
        return nobodys;
    }

    /** A new password of 20 characters, 115 bits. */
    public String generate() {
        return random.ints(GENERATED, 0, ALPHABET.length())
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                .collect(Collectors.joining());
    }
}
