package org.jutong.identity.internal.signin;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jutong.plugin.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Passwords: what is good enough, Argon2id hashes (19 MiB, 2 passes, 1 lane), and made-up ones. Thread-safe. */
@Component(service = Passwords.class)
public final class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 1024;

    // without what is mistaken for another character when it is read off a terminal
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int GENERATED = 20;

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

    /** @throws Problem {@code password_missing}, {@code password_too_short} or {@code password_too_long} (400) */
    public void requireUsable(String password) {
        if (password == null || password.isEmpty()) {
            throw Problem.invalid("password_missing", "password");
        }
        if (password.length() < SHORTEST) {
            throw Problem.invalid("password_too_short", "password", SHORTEST);
        }
        if (password.length() > LONGEST) {
            throw Problem.invalid("password_too_long", "password", LONGEST);
        }
    }

    /** The hash to store, with a salt of its own. */
    public String hash(String password) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        atOnce.acquireUninterruptibly();
        try {
            return argon2.hash(password.getBytes(StandardCharsets.UTF_8), salt).getResult();
        } finally {
            atOnce.release();
        }
    }

    /** Whether the password is the one of the hash; longer ones than can be set are never hashed. */
    public boolean matches(String password, String hash) {
        boolean tooLong = password.length() > LONGEST;
        atOnce.acquireUninterruptibly();
        try {
            // the parameters are the stored hash's own, which may be older than today's
            return Argon2Function.getInstanceFromHash(hash).check(tooLong ? "" : password, hash) && !tooLong;
        } finally {
            atOnce.release();
        }
    }

    /** Does the work of {@link #matches} for a name that nobody has. */
    public void matchNobody(String password) {
        matches(password, nobodys);
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
