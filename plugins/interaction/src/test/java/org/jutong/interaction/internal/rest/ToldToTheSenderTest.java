package org.jutong.interaction.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jutong.interaction.Letter;
import org.jutong.interaction.LetterDraft;
import org.jutong.interaction.LetterState;
import org.jutong.interaction.internal.store.JpaLetters;
import org.jutong.persistence.testing.TestStores;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteContext;

/** Whoever wrote a letter is told of each time that staff see their name and contact, and of no other. */
class ToldToTheSenderTest {

    private final SiteContext staff = TestStores.site("5201000001", "interaction", new Actor("zhang", "张老师"));
    private final List<String> told = new ArrayList<>();
    private TestStores stores;
    private JpaLetters letters;
    private LettersResource resource;
    private Letter letter;
    private boolean untold;

    @BeforeEach
    void openStores() {
        stores = TestStores.derby(LettersResource.class, "interaction");
        letters = new JpaLetters(stores.siteStore("interaction"), Clock.systemUTC());
        resource = new LettersResource(
                letters,
                (site, person, record, purpose) -> {
                    if (untold) {
                        throw Problem.of(503, "audit_unavailable");
                    }
                    told.add(site.actor().username() + " " + person + " " + purpose);
                },
                Clock.systemUTC());
        LetterDraft draft = LetterDraft.typed("help", "关于公交线路延伸的建议", "内容", "王芳丽", "13800001234");
        letter = letters.byCode(staff, letters.send(staff, draft));
    }

    @AfterEach
    void closeStores() {
        stores.close();
    }

    @Test
    void eachLookIsTold() {
        String id = String.valueOf(letter.id());

        resource.find(staff, id);
        resource.answer(staff, id, new AnswerRequest("已经办理。", null));
        resource.publish(staff, id);

        assertThat(told).containsExactly("zhang 13800001234 办理来信", "zhang 13800001234 答复来信", "zhang 13800001234 公开来信");
    }

    @Test
    void aListShowsNothingToTellOf() {
        ListedLetter listed = resource.list(staff, null, null, null).items().get(0);

        assertThat(listed.toString()).doesNotContain("13800001234").doesNotContain("王芳丽");
        assertThat(told).isEmpty();
    }

    @Test
    void whatCannotBeToldIsNotShown() {
        untold = true;

        assertThatThrownBy(() -> resource.find(staff, String.valueOf(letter.id())))
                .isInstanceOf(Problem.class);
        assertThat(letters.find(staff, letter.id()).state()).isEqualTo(LetterState.PENDING);
    }
}
