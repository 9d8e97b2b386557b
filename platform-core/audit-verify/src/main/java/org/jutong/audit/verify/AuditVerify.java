package org.jutong.audit.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jutong.audit.chain.Fault;
import org.jutong.audit.chain.PublicHalf;

/**
 * {@code java -jar audit-verify.jar FOLDER|FILE [--key FILE]... [--piece]}: checks exported and archived audit entries
 * and their signed heads, without a platform and without a network.
 */
public final class AuditVerify {

    private static final int SOUND = 0;
    private static final int FAULTY = 1;
    private static final int NOT_VERIFIED = 2;

    private final PrintStream out;
    private final Words words;

    AuditVerify(PrintStream out, Map<String, String> environment) {
        this.out = out;
        this.words = Words.of(environment);
    }

    /** Ends with 0 where all is sound, 1 where there are faults, 2 where nothing could be verified. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new AuditVerify(out, System.getenv()).run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        Path target = null;
        List<Path> keys = new ArrayList<>();
        boolean piece = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--piece")) {
                piece = true;
            } else if (argument.equals("--key") && i + 1 < arguments.size()) {
                keys.add(Path.of(arguments.get(++i)));
            } else if (target == null && !argument.startsWith("-")) {
                target = Path.of(argument);
            } else {
                return refused("verify.usage");
            }
        }
        return target == null ? refused("verify.usage") : verify(target, keys, piece);
    }

    private int verify(Path target, List<Path> keyFiles, boolean piece) {
        if (!Files.isReadable(target)) {
            return refused("verify.unreadable", target.toString());
        }
        try {
            Given given = Given.at(target);
            List<PublicHalf> keys = new ArrayList<>();
            for (Path file : keyFiles.isEmpty() ? given.keys : keyFiles) {
                try {
                    keys.add(PublicHalf.ofPem(Files.readString(file)));
                } catch (IllegalArgumentException | IOException e) {
                    return refused("verify.key.bad", file.toString());
                }
            }
            if (given.entries.isEmpty() && given.segments.isEmpty()) {
                return refused("verify.nothing", target.toString());
            }
            OfflineCheck.Found found = new OfflineCheck(given, keys, piece).run();
            caution(keyFiles.isEmpty(), keys.isEmpty(), piece);
            return tell(found);
        } catch (IOException e) {
            return refused("verify.unreadable", target + " (" + e.getMessage() + ")");
        }
    }

    private void caution(boolean keysBeside, boolean noKeys, boolean piece) {
        if (noKeys) {
            say("verify.key.none");
        } else if (keysBeside) {
            say("verify.key.beside");
        }
        if (piece) {
            say("verify.piece");
        }
    }

    private int tell(OfflineCheck.Found found) {
        say(
                "verify.read",
                Long.toString(found.from()),
                Long.toString(found.until()),
                Long.toString(found.entries()),
                Integer.toString(found.heads()));
        for (Fault fault : found.faults()) {
            say("fault." + fault.kind(), fault.range());
        }
        found.badLines().forEach(line -> say("verify.line", line.file().toString(), Long.toString(line.number())));
        if (found.isSound()) {
            say("verify.sound");
            return SOUND;
        }
        say(
                "verify.faulty",
                Integer.toString(found.faults().size() + found.badLines().size()));
        return FAULTY;
    }

    private int refused(String key, Object... arguments) {
        say(key, arguments);
        return NOT_VERIFIED;
    }

    private void say(String key, Object... arguments) {
        out.println(words.say(key, arguments));
    }
}
