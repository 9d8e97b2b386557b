package org.jutong.search.internal.attached;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jutong.search.internal.reader.Reader;

/**
 * Reads attachments in a process of its own, so that a file made to eat memory or time costs that process and not the platform.
 * One process reads many files, and a new one follows where one ended. Thread-safe; one file at a time.
 */
final class ReaderProcess implements AutoCloseable {

    private static final String MEMORY = "-Xmx192m";

    private final Supplier<String> classPath;
    private final Duration limit;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "jutong-search-limit");
        made.setDaemon(true);
        return made;
    });
    private volatile Process process;
    private DataInputStream answers;

    /**
     * @param classPath of {@link Reader} and what it uses, asked for when a process begins
     * @param limit after which a file counts as unreadable
     */
    ReaderProcess(Supplier<String> classPath, Duration limit) {
        this.classPath = classPath;
        this.limit = limit;
    }

    /**
     * The words of a file; none where it cannot be read.
     *
     * @throws UncheckedIOException where no process can be started
     */
    synchronized String words(AttachedKind kind, byte[] content) {
        start();
        Process mine = process;
        ScheduledFuture<?> end = clock.schedule(mine::destroyForcibly, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            DataOutputStream out = new DataOutputStream(mine.getOutputStream());
            out.write(kind.ordinal());
            out.writeInt(content.length);
            out.write(content);
            out.flush();
            int length = answers.readInt();
            return new String(answers.readNBytes(length), StandardCharsets.UTF_8);
        } catch (IOException ended) {
            stop();
            return "";
        } finally {
            end.cancel(false);
        }
    }

    private void start() {
        if (process != null && process.isAlive()) {
            return;
        }
        try {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            process = new ProcessBuilder(List.of(
                            java,
                            MEMORY,
                            "-XX:+UseSerialGC",
                            "-XX:+ExitOnOutOfMemoryError",
                            "-Djava.awt.headless=true",
                            "-cp",
                            classPath.get(),
                            Reader.class.getName()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            answers = new DataInputStream(process.getInputStream());
            if (answers.read() != Reader.READY) {
                throw new IOException("The process that reads attachments does not start");
            }
        } catch (IOException e) {
            stop();
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process until there is something to read again. */
    synchronized void rest() {
        stop();
    }

    private void stop() {
        if (process != null) {
            process.destroyForcibly();
            process = null;
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        Process last = process;
        if (last != null) {
            last.destroyForcibly();
        }
    }
}
