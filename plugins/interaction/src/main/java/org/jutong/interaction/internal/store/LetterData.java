package org.jutong.interaction.internal.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jutong.interaction.Letter;
import org.jutong.interaction.Letters;
import org.jutong.plugin.PersonalData;
import org.jutong.plugin.SiteContext;
import org.jutong.plugin.SiteData;
import org.jutong.plugin.data.SiteStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All letters of a site: counted, written out, deleted. */
@Component
public final class LetterData implements SiteData {

    private static final int PORTION = 200;

    private final Letters letters;
    private final SiteStore store;
    private final PersonalData personal;
    private final Clock clock;

    @Activate
    public LetterData(
            @Reference Letters letters,
            @Reference(target = "(osgi.unit.name=interaction)") SiteStore store,
            @Reference PersonalData personal,
            @Reference Clock clock) {
        this.letters = letters;
        this.store = store;
        this.personal = personal;
        this.clock = clock;
    }

    @Override
    public long footprint(SiteContext site) {
        return store.read(
                site,
                em -> em.createQuery("select count(l) from LetterRow l", Long.class)
                        .getSingleResult());
    }

    @Override
    public void export(SiteContext site, OutputStream out) throws IOException {
        long before = Long.MAX_VALUE;
        for (List<Letter> portion = portion(site, before); !portion.isEmpty(); portion = portion(site, before)) {
            for (Letter letter : portion) {
                personal.shown(site, letter.person(), letter.label(clock.getZone()), "导出来信");
                out.write(json(letter).getBytes(StandardCharsets.UTF_8));
            }
            before = portion.get(portion.size() - 1).id();
        }
    }

    @Override
    public void purge(SiteContext site) {
        store.change(site, em -> em.createQuery("delete from LetterRow l").executeUpdate());
    }

    private List<Letter> portion(SiteContext site, long before) {
        return letters.newest(site, Optional.empty(), before, PORTION);
    }

    private static String json(Letter letter) {
        JsonLine line = new JsonLine()
                .put("id", String.valueOf(letter.id()))
                .put("code", letter.code().value())
                .put("type", letter.type().id())
                .put("title", letter.title())
                .put("text", letter.text())
                .put("name", letter.name())
                .put("contact", letter.contact())
                .put("state", letter.state().id())
                .put("created", letter.created().toString());
        letter.answer()
                .ifPresent(answer -> line.put("answer", answer.text())
                        .put("answeredBy", answer.by())
                        .put("answeredAt", answer.at().toString()));
        letter.citizen().ifPresent(citizen -> line.put("citizen", citizen));
        letter.publishedAt().ifPresent(at -> line.put("publishedAt", at.toString()));
        return line.end();
    }
}
