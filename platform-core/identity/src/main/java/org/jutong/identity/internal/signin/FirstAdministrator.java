package org.jutong.identity.internal.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jutong.identity.Accounts;
import org.jutong.identity.Accounts.Account;
import org.jutong.identity.Accounts.Grant;
import org.jutong.identity.internal.store.AccountTable;
import org.jutong.persistence.Store;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the first administrator on a platform without accounts. The password is the environment's
 * {@code JUTONG_ADMIN_PASSWORD}; where there is none one is made up and left in {@code first-password.txt} of the data
 * folder, for the launcher to show once and delete. It is never logged. Everything else of identity waits for this, so
 * that a platform nobody can sign in to does not come up.
 */
@Component(service = FirstAdministrator.class)
public final class FirstAdministrator {

    static final String USERNAME = "admin";
    static final String FILE = "first-password.txt";

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    @Activate
    public FirstAdministrator(
            BundleContext context,
            @Reference(target = "(osgi.unit.name=identity)") Store store,
            @Reference Passwords passwords,
            @Reference Clock clock) {
        this(
                store,
                passwords,
                clock,
                Optional.ofNullable(System.getenv("JUTONG_ADMIN_PASSWORD")).filter(given -> !given.isEmpty()),
                Path.of(Optional.ofNullable(context.getProperty("jutong.data")).orElse("data")));
    }

    public FirstAdministrator(Store store, Passwords passwords, Clock clock, Optional<String> given, Path data) {
        AccountTable accounts = new AccountTable(store);
        if (!accounts.all().isEmpty()) {
            return;
        }
        given.ifPresent(FirstAdministrator::requireUsable);
        String password = given.orElseGet(passwords::generate);
        Account admin = new Account(USERNAME, "平台管理员", List.of(Grant.everywhere(Accounts.ADMINISTRATOR)), false);
        String hash = passwords.hash(password);
        store.change(em -> {
            accounts.insert(admin, hash, clock.instant());
            // before the commit: rather a file without an account, mended by the next start, than the reverse
            if (given.isEmpty()) {
                leave(password, data);
            }
        });
        LOG.info("The first administrator is {}.", USERNAME);
    }

    private static void requireUsable(String password) {
        if (password.length() < Passwords.SHORTEST || password.length() > Passwords.LONGEST) {
            String sentence = "JUTONG_ADMIN_PASSWORD must have " + Passwords.SHORTEST + " to " + Passwords.LONGEST
                    + " characters; the platform does not start with any other.";
            LOG.error(sentence);
            throw new IllegalStateException(sentence);
        }
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
