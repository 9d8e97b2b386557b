package org.jutong.sitegroup.internal.packages;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.ContentClass;
import org.jutong.sitegroup.Filing;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.StoredFile;
import org.jutong.sitegroup.internal.packages.PackageExport.Kept;
import org.jutong.sitegroup.internal.store.PackageRows.PackedColumn;
import org.jutong.sitegroup.internal.store.PackedArticle;

/** The lines of a package: what is there, by key; what there is none of has no key. */
final class PackageLines {

    private PackageLines() {}

    static Map<String, Object> of(Site site, String standard) {
        return Map.of(
                "standard", standard,
                "code", site.code().value(),
                "name", site.name(),
                "level", site.level().id(),
                "kind", site.kind().id(),
                "region", site.region(),
                "regionName", site.regionName(),
                "colour", site.colour());
    }

    static Map<String, Object> of(Filing filing) {
        Map<String, Object> facts = new TreeMap<>();
        filing.sponsor().ifPresent(text -> facts.put("sponsor", text));
        filing.contact().ifPresent(text -> facts.put("contact", text));
        filing.icp().ifPresent(text -> facts.put("icp", text));
        filing.police().ifPresent(text -> facts.put("police", text));
        filing.emblem().ifPresent(text -> facts.put("emblem", text));
        filing.test().ifPresent(test -> {
            facts.put("testedOn", test.on().toString());
            facts.put("testedBy", test.by());
            facts.put("testPassed", test.passed());
        });
        return facts;
    }

    static Map<String, Object> of(PackedColumn packed) {
        Column column = packed.column();
        Map<String, Object> facts = new TreeMap<>(Map.of(
                "key", column.key(),
                "name", column.name(),
                "type", column.type(),
                "description", column.description(),
                "keywords", column.keywords(),
                "position", column.position(),
                "retired", packed.retired()));
        column.parent().ifPresent(parent -> facts.put("parent", parent));
        column.clock().ifPresent(clock -> facts.put("clock", clock.toString()));
        if (packed.renamed()) {
            facts.put("renamed", true);
        }
        packed.successor().ifPresent(successor -> facts.put("successor", successor));
        return facts;
    }

    static Map<String, Object> of(String path, Kept kept) {
        StoredFile file = kept.file();
        Map<String, Object> facts = new TreeMap<>(Map.of(
                "path", path,
                "name", file.name(),
                "type", file.type(),
                "size", file.size(),
                "sha256", file.sha256()));
        kept.article().ifPresent(place -> facts.put("article", place));
        return facts;
    }

    /** Who wrote what another site pushed is that site's to know. */
    static Map<String, Object> of(PackedArticle packed, UnaryOperator<String> links) {
        Draft says = packed.draft();
        Map<String, Object> facts = new TreeMap<>(Map.of(
                "title", says.title(),
                "source", says.source(),
                "author", says.author(),
                "body", links.apply(says.body()),
                "state", packed.state().name(),
                "column", says.column()));
        says.published().map(Instant::toString).ifPresent(time -> facts.put("published", time));
        says.document().number().ifPresent(number -> facts.put("documentNumber", number));
        says.document().index().ifPresent(index -> facts.put("indexNumber", index));
        says.document().subject().ifPresent(subject -> facts.put("subjectClass", subject));
        if (says.contentClass() != ContentClass.B) {
            facts.put("contentClass", says.contentClass().name());
        }
        packed.from().ifPresentOrElse(site -> facts.put("from", site.value()), () -> {
            facts.put("writtenBy", packed.by());
            facts.put("writtenAt", packed.written().toString());
            facts.put("changedAt", packed.changed().toString());
        });
        return facts;
    }
}
