package org.jutong.sitegroup.internal.importing;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jutong.plugin.Problem;

/**
 * Reads pages some lots ahead on the cores of the machine, while whoever asks for them stores the last lot. For one
 * thread, which closes it.
 */
final class PagesAhead implements AutoCloseable {

    private static final int MOST_THREADS = 4;

    /** So many pages, or of so many bytes, are a lot: two lots of the largest pages must fit into a small heap. */
    static final int MANY = 100;

    private static final long MANY_BYTES = 8 << 20;

    private final ExecutorService threads = Executors.newFixedThreadPool(
            Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()), work -> {
                Thread made = new Thread(work, "jutong-import");
                made.setDaemon(true);
                return made;
            });
    private final List<String> paths;
    private final ToLongFunction<String> size;
    private final Function<String, Read> reader;
    private List<Future<Read>> reading;
    private int begun;

    /**
     * @param size of a page in bytes
     * @param reader of a path; called by several threads
     */
    PagesAhead(List<String> paths, ToLongFunction<String> size, Function<String, Read> reader) {
        this.paths = paths;
        this.size = size;
        this.reader = reader;
        this.reading = begin();
    }

    /** A page, or why it is none. */
    record Read(String path, Optional<OldPage> page, Optional<Problem> refusal) {

        static Read of(OldPage page) {
            return new Read(page.path(), Optional.of(page), Optional.empty());
        }

        static Read refused(String path, Problem why) {
            return new Read(path, Optional.empty(), Optional.of(why));
        }
    }

    /** The next lot in the order of the paths; empty at the end. */
    List<Read> next() {
        List<Future<Read>> now = reading;
        reading = begin();
        return now.stream().map(PagesAhead::end).toList();
    }

    private List<Future<Read>> begin() {
        int from = begun;
        long bytes = 0;
        while (begun < paths.size() && begun - from < MANY && (begun == from || bytes < MANY_BYTES)) {
            bytes += size.applyAsLong(paths.get(begun));
            begun++;
        }
        return paths.subList(from, begun).stream()
                .map(path -> threads.submit(() -> reader.apply(path)))
                .toList();
    }

    private static Read end(Future<Read> page) {
        try {
            return page.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The import is being stopped", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A page could not be read", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
