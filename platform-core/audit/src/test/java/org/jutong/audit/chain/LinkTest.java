package org.jutong.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkTest {

    @Test
    void theDigestsAreThoseOfTheirStandards() {
        byte[] abc = "abc".getBytes(StandardCharsets.US_ASCII);
        assertThat(HashAlgorithm.SHA_256.hash(abc))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(HashAlgorithm.SM3.hash(abc))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    @Test
    void theCanonicalFormIsWhatTheDocumentationSays() {
        Link link = Link.seal(7, List.of("贵", ""), HashAlgorithm.SHA_256, Link.BEFORE_FIRST);
        String form = "7:SHA-256,64:" + "0".repeat(64) + ",1:7,3:贵,0:,";
        assertThat(link.hash()).isEqualTo(HashAlgorithm.SHA_256.hash(form.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void cuttingTheFieldsDifferentlyGivesAnotherHash() {
        assertThat(hash("ab", "c")).isNotEqualTo(hash("a", "bc"));
        assertThat(hash("a", "")).isNotEqualTo(hash("", "a"));
        assertThat(hash("1:a,1:b")).isNotEqualTo(hash("a", "b"));
        assertThat(hash("a")).isNotEqualTo(hash("a", ""));
    }

    @Test
    void anUnknownAlgorithmIsNotSound() {
        Link link = Link.seal(1, List.of("a"), HashAlgorithm.SM3, Link.BEFORE_FIRST);
        assertThat(link.isSound()).isTrue();
        assertThat(new Link(1, link.content(), "MD5", link.previous(), link.hash()).isSound())
                .isFalse();
        assertThat(new Link(1, link.content(), "SHA-256", link.previous(), link.hash()).isSound())
                .isFalse();
    }

    private static String hash(String... content) {
        return Link.seal(1, List.of(content), HashAlgorithm.SHA_256, Link.BEFORE_FIRST)
                .hash();
    }
}
