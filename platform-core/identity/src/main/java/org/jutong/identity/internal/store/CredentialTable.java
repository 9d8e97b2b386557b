package org.jutong.identity.internal.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jutong.persistence.Store;

/** What accounts are signed in with, as stored; read at each sign-in, so that every node sees a change at once. */
public final class CredentialTable {

    private final Store store;

    public CredentialTable(Store store) {
        this.store = store;
    }

    /** That of this account, or empty for a name that nobody has. */
    public Optional<StoredCredential> find(String username) {
        return store.read(em ->
                Optional.ofNullable(em.find(CredentialRow.class, username)).map(CredentialRow::credential));
    }

    /** @throws org.jutong.persistence.DuplicateKey where the account has some */
    public void insert(StoredCredential credential) {
        store.change(em -> em.persist(new CredentialRow(credential)));
    }

    /** Sets the password; the one of now becomes the previous one. */
    public void setPassword(String username, String hash, boolean changeOwed) {
        change(username, row -> row.setPassword(hash, changeOwed));
    }

    /** Keeps a secret until it is confirmed. */
    public void offer(String username, String sealedSecret) {
        change(username, row -> row.offer(sealedSecret));
    }

    /** Makes the offered secret the one in force, its first code being that of the step. */
    public void enrol(String username, long step) {
        change(username, row -> row.enrol(step));
    }

    /** Removes the second factor with its recovery codes. */
    public void removeSecret(String username) {
        change(username, CredentialRow::removeSecret);
        setRecoveryCodes(username, List.of());
    }

    /** Takes the step once: false where it, or a later one, has been taken, on whatever node. */
    public boolean take(String username, long step) {
        return 1
                == store.write(em -> em.createQuery(
                                "UPDATE CredentialRow c SET c.step = :step WHERE c.username = :name AND c.step < :step")
                        .setParameter("step", step)
                        .setParameter("name", username)
                        .executeUpdate());
    }

    /** Sets the recovery codes in place of those before. */
    public void setRecoveryCodes(String username, Collection<String> hashes) {
        store.change(em -> {
            em.createQuery("DELETE FROM RecoveryCodeRow r WHERE r.username = :name")
                    .setParameter("name", username)
                    .executeUpdate();
            hashes.forEach(hash -> em.persist(new RecoveryCodeRow(username, hash)));
        });
    }

    /** Uses a recovery code up: false where there is none, or no more. */
    public boolean takeRecoveryCode(String username, String hash) {
        return 1
                == store.write(em -> em.createQuery(
                                "DELETE FROM RecoveryCodeRow r WHERE r.username = :name AND r.codeHash = :hash")
                        .setParameter("name", username)
                        .setParameter("hash", hash)
                        .executeUpdate());
    }

    /** Forgets what the account is signed in with. */
    public void delete(String username) {
        store.change(em -> {
            em.createQuery("DELETE FROM RecoveryCodeRow r WHERE r.username = :name")
                    .setParameter("name", username)
                    .executeUpdate();
            em.createQuery("DELETE FROM CredentialRow c WHERE c.username = :name")
                    .setParameter("name", username)
                    .executeUpdate();
        });
    }

    private void change(String username, Consumer<CredentialRow> work) {
        store.change(em ->
                Optional.ofNullable(em.find(CredentialRow.class, username)).ifPresent(work));
    }
}
