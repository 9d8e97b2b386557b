package org.jutong.sitegroup.internal.rules;

import java.util.List;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.PushRules.Selection;
import org.jutong.sitegroup.PushRules.Terms;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.internal.SiteMemory;
import org.jutong.sitegroup.internal.SiteSnapshot;
import org.jutong.sitegroup.internal.store.PushRuleRows.Marks;

/** Which sites and articles a rule means, as the sites are now. */
record RuleSites(SiteSnapshot now) {

    static RuleSites now(SiteMemory memory) {
        return new RuleSites(memory.now());
    }

    /** The sites that are meant and not over, in the order of the tree. */
    List<Site> of(Selection selection) {
        List<Site> found = switch (selection.span()) {
            case SITE -> now.find(selection.top()).stream().toList();
            case SUBTREE -> now.subtree(selection.top());
            case BELOW ->
                now.subtree(selection.top()).stream()
                        .filter(site -> !site.code().equals(selection.top()))
                        .toList();
        };
        return found.stream()
                .filter(site -> !site.state().isOver() && isOfLevel(selection, site))
                .toList();
    }

    boolean fits(Terms terms, Marks article) {
        return isIn(terms.from(), article.owner())
                && terms.column().stream().allMatch(now.columnPath(article.owner(), article.column())::contains)
                && terms.subject().stream()
                        .allMatch(wanted -> isOf(wanted, article.subject().orElse("")));
    }

    private boolean isIn(Selection selection, SiteCode code) {
        List<SiteCode> path = now.pathToRoot(code);
        boolean isMeant = switch (selection.span()) {
            case SITE -> code.equals(selection.top());
            case SUBTREE -> path.contains(selection.top());
            case BELOW -> path.contains(selection.top()) && !code.equals(selection.top());
        };
        return isMeant
                && now.find(code).filter(site -> isOfLevel(selection, site)).isPresent();
    }

    /** Whether the class is the one wanted or below it; parts are parted by a backslash, by some by a slash. */
    private static boolean isOf(String wanted, String subject) {
        String broader = parts(wanted);
        String narrower = parts(subject);
        return narrower.equals(broader) || narrower.startsWith(broader + "\\");
    }

    private static String parts(String subject) {
        return subject.strip().replace('/', '\\').replaceAll("\\s*\\\\\\s*", "\\\\");
    }

    private static boolean isOfLevel(Selection selection, Site site) {
        return selection.level().stream().allMatch(site.level()::equals);
    }
}
