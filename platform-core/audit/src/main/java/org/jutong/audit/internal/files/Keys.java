package org.jutong.audit.internal.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jutong.audit.chain.PublicHalf;
import org.jutong.audit.chain.SigningKey;

/**
 * The keys in a folder: this node's own, made at the first start and readable by its owner alone, and the public
 * halves of other nodes that the operator has put beside it.
 */
public final class Keys {

    private static final String PRIVATE = "head.key";
    private static final String PUBLIC = "head.pub";

    private final SigningKey signing;
    private final List<PublicHalf> known;

    private Keys(SigningKey signing, List<PublicHalf> known) {
        this.signing = signing;
        this.known = known;
    }

    /** @throws IllegalArgumentException where a file is there and is no key */
    public static Keys open(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (!Files.exists(folder.resolve(PRIVATE))) {
            make(folder);
        }
        List<PublicHalf> known = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path file : entries.filter(each -> each.toString().endsWith(".pub"))
                    .sorted()
                    .toList()) {
                known.add(PublicHalf.ofPem(Files.readString(file)));
            }
        }
        PublicHalf own = PublicHalf.ofPem(Files.readString(folder.resolve(PUBLIC)));
        return new Keys(SigningKey.ofPem(Files.readString(folder.resolve(PRIVATE)), own), List.copyOf(known));
    }

    /** The private half is named last: until then there is no key. */
    private static void make(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        SigningKey made = SigningKey.generate();
        Files.writeString(folder.resolve(PUBLIC), made.publicHalf().pem());
        Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rw-------");
        Path part = folder.resolve(PRIVATE + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, PosixFilePermissions.asFileAttribute(owner));
        Files.writeString(part, made.pem());
        Durable.force(part);
        Files.move(part, folder.resolve(PRIVATE), StandardCopyOption.ATOMIC_MOVE);
        Durable.force(folder);
    }

    public SigningKey signing() {
        return signing;
    }

    /** All whose signatures count. */
    public List<PublicHalf> known() {
        return known;
    }
}
