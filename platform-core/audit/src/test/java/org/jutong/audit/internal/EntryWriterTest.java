package org.jutong.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.audit.Entry;
import org.jutong.audit.chain.HashAlgorithm;
import org.jutong.audit.chain.Link;
import org.jutong.audit.internal.store.EntryTable;
import org.jutong.persistence.Store;
import org.jutong.plugin.Problem;

class EntryWriterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @ParameterizedTest
    @EnumSource(Databases.class)
    void entriesOfManyThreadsMakeOneChainInFewCommits(Databases database) throws Exception {
        Store store = database.empty();
        BrokenStore counted = new BrokenStore(database.writing());
        try (EntryWriter writer = writer(counted)) {
            inThreads(8, thread -> IntStream.range(0, 100).forEach(i -> writer.write(content(thread + ":" + i))));
        }
        List<Entry> chain = chain(store);
        assertThat(chain).hasSize(800);
        assertThat(chain.stream().map(Entry::object).distinct()).hasSize(800);
        for (int thread = 0; thread < 8; thread++) {
            String mine = thread + ":";
            assertThat(chain.stream().map(Entry::object).filter(object -> object.startsWith(mine)))
                    .as("each thread's in the order in which it wrote them")
                    .containsExactlyElementsOf(
                            IntStream.range(0, 100).mapToObj(i -> mine + i).toList());
        }
        assertThat(counted.writes).isLessThan(800);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatIsWrittenTogetherSharesCommitsAndKeepsItsOrder(Databases database) {
        Store store = database.empty();
        BrokenStore counted = new BrokenStore(store);
        List<String> objects = IntStream.range(0, 300).mapToObj(i -> "of" + i).toList();
        try (EntryWriter writer = writer(counted)) {
            writer.writeAll(objects.stream().map(EntryWriterTest::content).toList());
            assertThat(counted.writes).isLessThan(10);
            counted.fault = BrokenStore.Fault.AWAY;
            assertThatThrownBy(() -> writer.writeAll(List.of(content("never"), content("neither"))))
                    .hasMessageContaining("audit_unavailable");
        }
        assertThat(chain(store).stream().map(Entry::object)).containsExactlyElementsOf(objects);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whoHoldsEveryOtherConnectionIsStillServed(Databases database) throws Exception {
        Store store = database.empty();
        CountDownLatch allIn = new CountDownLatch(16);
        try (EntryWriter writer = writer(database.writing())) {
            inThreads(
                    16,
                    thread -> store.write(em -> {
                        em.createQuery("SELECT COUNT(e) FROM EntryRow e").getSingleResult();
                        allIn.countDown();
                        awaited(allIn);
                        writer.write(content("t" + thread));
                        return null;
                    }));
        }
        assertThat(chain(store)).hasSize(16);
    }

    /** A Derby has one node only. */
    @ParameterizedTest
    @EnumSource(value = Databases.class, names = "POSTGRES")
    void twoNodesWriteOneChain(Databases database) throws Exception {
        Store store = database.empty();
        try (EntryWriter one = writer(store);
                EntryWriter other = writer(database.writing())) {
            inThreads(
                    8,
                    thread -> IntStream.range(0, 40)
                            .forEach(i -> (thread % 2 == 0 ? one : other).write(content(thread + ":" + i))));
        }
        assertThat(chain(store)).hasSize(320);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aNewWriterGoesOnWhereTheLastOneStopped(Databases database) {
        Store store = database.empty();
        for (HashAlgorithm algorithm : List.of(HashAlgorithm.SHA_256, HashAlgorithm.SM3, HashAlgorithm.SHA_256)) {
            try (EntryWriter writer = new EntryWriter(new EntryTable(store), algorithm, PATIENCE)) {
                writer.write(content(algorithm.id()));
            }
        }
        assertThat(chain(store).stream().map(Entry::algorithm)).containsExactly("SHA-256", "SM3", "SHA-256");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void nothingIsAcceptedWhileTheDatabaseIsAwayAndAllIsWellAfterwards(Databases database) {
        Store store = database.empty();
        BrokenStore broken = new BrokenStore(store);
        try (EntryWriter writer = writer(broken)) {
            writer.write(content("before"));
            broken.fault = BrokenStore.Fault.AWAY;
            for (int i = 0; i < 3; i++) {
                assertUnavailable(writer, content("meanwhile"));
            }
            broken.fault = BrokenStore.Fault.NONE;
            writer.write(content("after"));
        }
        assertThat(chain(store).stream().map(Entry::object)).containsExactly("before", "after");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aCommitWhoseAnswerWasLostIsNotRepeated(Databases database) {
        Store store = database.empty();
        BrokenStore broken = new BrokenStore(store);
        try (EntryWriter writer = writer(broken)) {
            writer.write(content("one"));
            broken.fault = BrokenStore.Fault.ANSWER_LOST;
            writer.write(content("two"));
            writer.write(content("three"));
        }
        assertThat(chain(store).stream().map(Entry::object)).containsExactly("one", "two", "three");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void oneThatCannotBeStoredDoesNotTakeTheOthersAlong(Databases database) throws Exception {
        Store store = database.empty();
        try (EntryWriter writer = writer(store)) {
            inThreads(8, thread -> {
                if (thread == 3) {
                    assertUnavailable(writer, content("x".repeat(201)));
                } else {
                    writer.write(content("fits" + thread));
                }
            });
        }
        assertThat(chain(store)).hasSize(7);
    }

    @ParameterizedTest
    @EnumSource(value = Databases.class, names = "DERBY")
    void whoHasGivenUpLeavesNoEntry(Databases database) throws Exception {
        Store store = database.empty();
        CountDownLatch inFirst = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Store slow = new SlowStore(store, inFirst, goOn);
        ExecutorService threads = Executors.newFixedThreadPool(1);
        try (EntryWriter writer = new EntryWriter(new EntryTable(slow), HashAlgorithm.SHA_256, Duration.ofMillis(50))) {
            Future<?> first = threads.submit(() -> writer.write(content("first")));
            inFirst.await();
            assertUnavailable(writer, content("gave up"));
            goOn.countDown();
            assertThatCode(first::get).doesNotThrowAnyException();
        } finally {
            threads.shutdown();
        }
        assertThat(chain(store).stream().map(Entry::object)).containsExactly("first");
    }

    @ParameterizedTest
    @EnumSource(value = Databases.class, names = "DERBY")
    void aClosedWriterAcceptsNothing(Databases database) {
        EntryWriter writer = writer(database.empty());
        writer.write(content("one"));
        writer.close();
        assertUnavailable(writer, content("two"));
    }

    private static void assertUnavailable(EntryWriter writer, List<String> content) {
        assertThatThrownBy(() -> writer.write(content)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("audit_unavailable");
            assertThat(problem.status()).isEqualTo(503);
        });
    }

    private static EntryWriter writer(Store store) {
        return new EntryWriter(new EntryTable(store), HashAlgorithm.SHA_256, PATIENCE);
    }

    private static List<String> content(String object) {
        return List.of("1", "li", "李", "", "SIGN_IN", "DONE", "", object, "REST", "127.0.0.1", "");
    }

    /** All entries, after a look at every link. */
    private static List<Entry> chain(Store store) {
        EntryTable table = new EntryTable(store);
        List<Entry> chain = new ArrayList<>();
        String previous = Link.BEFORE_FIRST;
        long last = table.last().orElse(0L);
        for (long seq = 1; seq <= last; seq++) {
            Entry entry = table.find(seq).orElseThrow();
            assertThat(entry.previous()).isEqualTo(previous);
            assertThat(entry.link().isSound()).isTrue();
            previous = entry.hash();
            chain.add(entry);
        }
        return chain;
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void inThreads(int count, IntConsumer work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Callable<Void>> calls = IntStream.range(0, count)
                    .<Callable<Void>>mapToObj(thread -> () -> {
                        work.accept(thread);
                        return null;
                    })
                    .toList();
            for (Future<Void> end : threads.invokeAll(calls)) {
                end.get();
            }
        } finally {
            threads.shutdown();
        }
    }
}
