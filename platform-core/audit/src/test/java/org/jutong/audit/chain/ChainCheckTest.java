package org.jutong.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.audit.chain.Fault.Kind.DELETED;
import static org.jutong.audit.chain.Fault.Kind.EDITED;
import static org.jutong.audit.chain.Fault.Kind.FORGED_HEAD;
import static org.jutong.audit.chain.Fault.Kind.INSERTED;
import static org.jutong.audit.chain.Fault.Kind.REORDERED;
import static org.jutong.audit.chain.Fault.Kind.REWRITTEN;
import static org.jutong.audit.chain.Fault.Kind.TRUNCATED;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainCheckTest {

    private static final int LENGTH = 60;

    private final SigningKey key = SigningKey.generate();
    private final List<Head> heads = new ArrayList<>();
    private final List<Link> chain = new ArrayList<>(chain(1, LENGTH, Link.BEFORE_FIRST, "a"));

    @Test
    void aChainThatNobodyTouchedIsSound() {
        signAt(10, 60);
        ChainCheck.Result result = check();
        assertThat(result.faults()).isEmpty();
        assertThat(result.isSound()).isTrue();
        assertThat(result.entries()).isEqualTo(LENGTH);
        assertThat(result.from()).isEqualTo(1);
        assertThat(result.until()).isEqualTo(LENGTH);
        assertThat(result.hash()).isEqualTo(at(LENGTH).hash());
    }

    @Test
    void anEmptyChainIsSound() {
        chain.clear();
        assertThat(check().faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 30, 59, 60})
    void whatWasEditedIsNamedWhicheverPartOfItWas(long seq) {
        Link link = at(seq);
        List<Link> edits = List.of(
                new Link(seq, List.of("other", "x"), link.algorithm(), link.previous(), link.hash()),
                new Link(seq, List.of(link.content().get(0), ""), link.algorithm(), link.previous(), link.hash()),
                new Link(seq, link.content(), "SM3", link.previous(), link.hash()),
                new Link(seq, link.content(), "none", link.previous(), link.hash()),
                new Link(seq, link.content(), link.algorithm(), "f".repeat(64), link.hash()),
                new Link(seq, link.content(), link.algorithm(), link.previous(), "f".repeat(64)));
        signAt(30, 60);
        for (Link edited : edits) {
            replace(edited);
            assertThat(check().faults()).as(edited.toString()).containsExactly(new Fault(EDITED, seq, seq));
            replace(link);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 30, 59})
    void whatWasEditedTogetherWithItsHashIsNamed(long seq) {
        replace(Link.seal(seq, List.of("other", "x"), HashAlgorithm.SHA_256, at(seq).previous()));
        assertThat(check().faults()).containsExactly(new Fault(EDITED, seq, seq));
    }

    @Test
    void severalAreNamedEach() {
        for (long seq : new long[] {3, 7, 8, 20}) {
            Link link = at(seq);
            replace(new Link(seq, List.of("other", "x"), link.algorithm(), link.previous(), link.hash()));
        }
        chain.remove(at(40));
        assertThat(check().faults())
                .containsExactly(
                        new Fault(EDITED, 3, 3),
                        new Fault(EDITED, 7, 8),
                        new Fault(EDITED, 20, 20),
                        new Fault(DELETED, 40, 40));
    }

    @Test
    void whatWasDeletedIsNamed() {
        for (long[] range : new long[][] {{1, 1}, {1, 20}, {2, 2}, {30, 30}, {30, 45}, {59, 59}}) {
            List<Link> all = List.copyOf(chain);
            chain.removeIf(link -> link.seq() >= range[0] && link.seq() <= range[1]);
            assertThat(check().faults()).containsExactly(new Fault(DELETED, range[0], range[1]));
            chain.clear();
            chain.addAll(all);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 25})
    void whatWasDeletedIsNamedAlsoWhereTheRestWasMovedUp(int count) {
        signAt(60);
        chain.removeIf(link -> link.seq() >= 20 && link.seq() < 20 + count);
        renumber(20, -count);
        assertThat(check().faults()).containsExactly(new Fault(DELETED, 20, 19 + count));
    }

    @Test
    void whatWasPutInIsNamedAlsoWhereItFitsWhatIsBeforeIt() {
        signAt(10);
        renumber(30, 2);
        chain.addAll(chain(30, 2, at(29).hash(), "forged"));
        chain.sort(Comparator.comparingLong(Link::seq));
        assertThat(check().faults()).containsExactly(new Fault(INSERTED, 30, 31));
    }

    @Test
    void whatChangedPlacesIsNamed() {
        for (long[] pair : new long[][] {{1, 2}, {1, 60}, {10, 11}, {10, 50}, {59, 60}}) {
            List<Link> all = List.copyOf(chain);
            Link one = at(pair[0]);
            Link other = at(pair[1]);
            replace(numbered(one, pair[1]));
            replaceAt(pair[0], numbered(other, pair[0]));
            chain.sort(Comparator.comparingLong(Link::seq));
            List<Fault> expected = pair[1] == pair[0] + 1
                    ? List.of(new Fault(REORDERED, pair[0], pair[1]))
                    : List.of(new Fault(REORDERED, pair[0], pair[0]), new Fault(REORDERED, pair[1], pair[1]));
            assertThat(check().faults()).isEqualTo(expected);
            chain.clear();
            chain.addAll(all);
        }
    }

    @Test
    void whatChangedPlacesFarAwayIsNamed() {
        chain.clear();
        chain.addAll(chain(1, 6000, Link.BEFORE_FIRST, "a"));
        Link one = at(5);
        Link other = at(5900);
        chain.set(5899, numbered(one, 5900));
        chain.set(4, numbered(other, 5));
        assertThat(check().faults()).containsExactly(new Fault(REORDERED, 5, 5), new Fault(REORDERED, 5900, 5900));
    }

    @Test
    void aNumberThatWasChangedIsNamed() {
        replaceAt(5, numbered(at(5), 900));
        chain.sort(Comparator.comparingLong(Link::seq));
        assertThat(check().faults()).containsExactly(new Fault(REORDERED, 900, 900));
    }

    @Test
    void linesOfAFileInAnotherOrderAreNamed() {
        Link five = at(5);
        chain.remove(five);
        chain.add(20, five);
        assertThat(check().faults()).containsExactly(new Fault(DELETED, 5, 5), new Fault(REORDERED, 5, 5));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 30, 59})
    void anEndThatWasCutOffIsNamedAsFarAsTheNewestHeadReaches(int count) {
        signAt(20, 58);
        chain.removeIf(link -> link.seq() > LENGTH - count);
        List<Fault> expected = count < 3 ? List.of() : List.of(new Fault(TRUNCATED, LENGTH - count + 1, 58));
        assertThat(check().faults()).isEqualTo(expected);
    }

    @Test
    void aChainThatWasEmptiedIsNamed() {
        signAt(20, 60);
        chain.clear();
        assertThat(check().faults()).containsExactly(new Fault(TRUNCATED, 1, 60));
    }

    @Test
    void anEndThatWasWrittenAnewIsNamedFromTheLastHeadThatFits() {
        signAt(20, 40, 55);
        chain.removeIf(link -> link.seq() >= 30);
        chain.addAll(chain(30, 31, at(29).hash(), "forged"));
        assertThat(check().faults()).containsExactly(new Fault(REWRITTEN, 21, 55));
    }

    @Test
    void aPieceThatWasWrittenAnewIsNamed() {
        signAt(20, 40, 55);
        for (long seq = 30; seq <= 44; seq++) {
            replace(Link.seal(
                    seq,
                    List.of("other", "x"),
                    HashAlgorithm.SHA_256,
                    at(seq - 1).hash()));
        }
        assertThat(check().faults()).containsExactly(new Fault(REWRITTEN, 21, 40), new Fault(EDITED, 44, 44));
    }

    @Test
    void aHeadThatNobodyKnownSignedIsNamed() {
        signAt(20);
        Head good = heads.get(0);
        heads.add(SigningKey.generate().head(30, at(30).hash(), 1));
        heads.add(new Head(40, at(40).hash(), good.time(), good.algorithm(), good.key(), good.signature()));
        heads.add(new Head(41, at(41).hash(), 1, "none", good.key(), "no base64!"));
        assertThat(check().faults()).containsExactly(new Fault(FORGED_HEAD, 30, 30), new Fault(FORGED_HEAD, 40, 41));
    }

    @Test
    void eachFieldOfAHeadIsSigned() {
        Head head = key.head(20, at(20).hash(), 5);
        PublicHalf half = PublicHalf.ofPem(key.publicHalf().pem());
        assertThat(half.signed(head)).isTrue();
        String sign = head.signature();
        assertThat(half.signed(new Head(21, head.hash(), 5, head.algorithm(), head.key(), sign)))
                .isFalse();
        assertThat(half.signed(new Head(20, at(21).hash(), 5, head.algorithm(), head.key(), sign)))
                .isFalse();
        assertThat(half.signed(new Head(20, head.hash(), 6, head.algorithm(), head.key(), sign)))
                .isFalse();
        assertThat(half.signed(new Head(20, head.hash(), 5, "RSA", head.key(), sign)))
                .isFalse();
        assertThat(half.signed(new Head(20, head.hash(), 5, head.algorithm(), "0".repeat(16), sign)))
                .isFalse();
    }

    @Test
    void aPieceOfAChainIsCheckedFromItsFirstEntry() {
        chain.removeIf(link -> link.seq() < 30);
        ChainCheck check = ChainCheck.startingAt(chain.get(0), new Heads(List.of()));
        chain.forEach(check::accept);
        assertThat(check.finish().faults()).isEmpty();
    }

    /** Whatever one does, it does not stay unseen, and what was before it is not accused. */
    @Test
    void noChangeStaysUnseen() {
        Random random = new Random(7);
        signAt(60);
        List<Link> all = List.copyOf(chain);
        for (int round = 0; round < 300; round++) {
            chain.clear();
            chain.addAll(all);
            int from = 1 + random.nextInt(LENGTH);
            switch (random.nextInt(4)) {
                case 0 -> chain.remove(from - 1);
                case 1 -> replace(Link.seal(from, List.of("x", "" + round), HashAlgorithm.SM3, at(from).previous()));
                case 2 -> {
                    chain.removeIf(link -> link.seq() >= from);
                    chain.addAll(chain(
                            from,
                            LENGTH - from + 1,
                            from == 1 ? Link.BEFORE_FIRST : at(from - 1).hash(),
                            "b"));
                }
                default -> {
                    chain.remove(from - 1);
                    renumber(from, -1);
                }
            }
            List<Fault> faults = check().faults();
            assertThat(faults).as("from " + from).isNotEmpty();
            if (faults.get(0).kind() != REWRITTEN) {
                assertThat(faults.get(0).from()).isEqualTo(from);
            }
        }
    }

    private ChainCheck.Result check() {
        Heads known = new Heads(List.of(key.publicHalf()));
        heads.forEach(known::add);
        ChainCheck check = new ChainCheck(0, Link.BEFORE_FIRST, known);
        chain.forEach(check::accept);
        return check.finish();
    }

    private void signAt(long... numbers) {
        LongStream.of(numbers).forEach(seq -> heads.add(key.head(seq, at(seq).hash(), 1000 + seq)));
    }

    private Link at(long seq) {
        return chain.stream().filter(link -> link.seq() == seq).findFirst().orElseThrow();
    }

    private void replace(Link link) {
        replaceAt(link.seq(), link);
    }

    private void replaceAt(long seq, Link link) {
        chain.set(chain.indexOf(at(seq)), link);
    }

    /** Moves all from this number on, and leaves everything else of them as it is. */
    private void renumber(long from, long by) {
        chain.replaceAll(link -> link.seq() < from ? link : numbered(link, link.seq() + by));
    }

    private static Link numbered(Link link, long seq) {
        return new Link(seq, link.content(), link.algorithm(), link.previous(), link.hash());
    }

    private static List<Link> chain(long from, int count, String previous, String word) {
        List<Link> links = new ArrayList<>();
        String before = previous;
        for (long seq = from; seq < from + count; seq++) {
            Link link = Link.seal(seq, List.of(word + seq, "内容"), HashAlgorithm.SHA_256, before);
            links.add(link);
            before = link.hash();
        }
        return links;
    }
}
