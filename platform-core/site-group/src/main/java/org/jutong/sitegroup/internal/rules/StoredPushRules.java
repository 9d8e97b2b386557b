package org.jutong.sitegroup.internal.rules;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.Authority;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.PushRules;
import org.jutong.sitegroup.Pushes.Push;
import org.jutong.sitegroup.Pushes.Target;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.Task;
import org.jutong.sitegroup.internal.PlainText;
import org.jutong.sitegroup.internal.SiteMemory;
import org.jutong.sitegroup.internal.SitePushes;
import org.jutong.sitegroup.internal.SiteSnapshot;
import org.jutong.sitegroup.internal.store.PushRows;
import org.jutong.sitegroup.internal.store.PushRuleRows;
import org.jutong.sitegroup.internal.store.PushRuleRows.Marks;
import org.jutong.sitegroup.internal.store.TaskRows;
import org.jutong.sitegroup.internal.tasks.StoredTasks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Push rules in the site group's tables. */
@Component(service = {PushRules.class, StoredPushRules.class})
public final class StoredPushRules implements PushRules {

    static final String KIND = "push-rule";

    private static final String PUSH = "article.push";
    private static final int LOT = 2_000;
    private static final int RECENT = 50;
    private static final int FAULTS = 500;

    private final Store store;
    private final PushRuleRows rows;
    private final PushRows pushRows;
    private final TaskRows taskRows;
    private final SiteMemory memory;
    private final SitePushes pushes;
    private final StoredTasks tasks;
    private final Authority authority;
    private final Audit audit;
    private final Clock clock;

    /** Over the site group's tables. */
    @Activate
    public StoredPushRules(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference SiteMemory memory,
            @Reference SitePushes pushes,
            @Reference StoredTasks tasks,
            @Reference Authority authority,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.store = store;
        this.rows = new PushRuleRows(store);
        this.pushRows = new PushRows(store);
        this.taskRows = new TaskRows(store);
        this.memory = memory;
        this.pushes = pushes;
        this.tasks = tasks;
        this.authority = authority;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Rule add(Actor by, Terms terms) {
        Terms wanted = checked(by, terms);
        List<Rule> all = rows.all();
        if (all.size() >= MOST) {
            throw Problem.conflict("too_many_push_rules", String.valueOf(MOST));
        }
        requireNew(all, wanted, 0);
        return store.recorded(
                () -> rows.add(wanted, by, clock.instant()), rule -> record(by, rule.id(), wanted, "added"));
    }

    @Override
    public Rule change(Actor by, long id, int version, Terms terms, boolean active) {
        get(by, id);
        Terms wanted = checked(by, terms);
        requireNew(rows.all(), wanted, id);
        return store.recorded(
                () -> rows.change(id, version, wanted, active, by, clock.instant()),
                rule -> record(by, id, wanted, active ? "changed" : "resting"));
    }

    @Override
    public void remove(Actor by, long id) {
        Rule rule = get(by, id);
        store.recorded(
                () -> {
                    rows.remove(id);
                    return rule;
                },
                gone -> record(by, id, gone.terms(), "removed"));
    }

    private void record(Actor by, long id, Terms terms, String what) {
        audit.record(Event.done(Action.ARTICLE_RULE, by, "push-rule:" + id)
                .on(terms.to().top())
                .saying(what));
    }

    @Override
    public List<Rule> list(Actor by) {
        if (!by.isKnown()) {
            throw Problem.unauthenticated("not_signed_in");
        }
        return rows.all().stream()
                .filter(rule -> authority.allows(by, PUSH, rule.terms().to().top()))
                .toList();
    }

    @Override
    public Rule get(Actor by, long id) {
        return list(by).stream()
                .filter(rule -> rule.id() == id)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("push_rule_not_found", String.valueOf(id)));
    }

    @Override
    public Plan plan(Actor by, Terms terms) {
        Terms wanted = checked(by, terms);
        RuleSites sites = sites();
        int matching = 0;
        for (List<Marks> some = rows.published(0, LOT); !some.isEmpty(); some = rows.published(last(some), LOT)) {
            matching += (int)
                    some.stream().filter(marks -> sites.fits(wanted, marks)).count();
        }
        String column = wanted.into().or(wanted::column).orElseThrow();
        Set<SiteCode> asking = pushRows.asking();
        List<Target> targets = sites.of(wanted.to()).stream()
                .map(site -> pushes.target(site, column, Set.of(), asking))
                .toList();
        return new Plan(matching, targets);
    }

    @Override
    public Task run(Actor by, long id) {
        Rule rule = get(by, id);
        taskRows.newest(Optional.of(rule.terms().to().top()), Long.MAX_VALUE, RECENT).stream()
                .filter(task -> task.kind().equals(KIND) && !task.state().isOver())
                .findFirst()
                .ifPresent(task -> {
                    throw Problem.conflict("push_rule_under_way", String.valueOf(task.id()));
                });
        return store.recorded(
                () -> tasks.add(KIND, Optional.of(rule.terms().to().top()), Map.of("rule", String.valueOf(id)), by),
                task -> record(by, id, rule.terms(), "task:" + task.id()));
    }

    @Override
    public List<Push> pushes(Actor by, long id, Optional<Long> before, int limit) {
        return rows.pushes(get(by, id).id(), before.orElse(Long.MAX_VALUE), limit);
    }

    @Override
    public List<Fault> faults(Actor by, long id, int limit) {
        return rows.faults(get(by, id).id(), Math.min(limit, FAULTS));
    }

    /** The rules that push. */
    List<Rule> active() {
        return rows.all().stream().filter(Rule::active).toList();
    }

    RuleSites sites() {
        return RuleSites.now(memory);
    }

    /** Whether the article fits the rule. */
    boolean fits(Rule rule, Marks marks) {
        return sites().fits(rule.terms(), marks);
    }

    /**
     * Pushes one article; where it cannot be, that is kept with the rule.
     *
     * @param occasion tells this push of the article from others by the same rule
     * @return the push
     * @throws Problem why it could not be pushed
     */
    Push apply(Actor by, Rule rule, long article, String occasion) {
        try {
            authority.require(by, PUSH, rule.terms().to().top());
            String key = "rule-" + rule.id() + "-" + occasion + "-article-" + article;
            Push push = pushes.byRule(
                    by, rule, article, key, sites().of(rule.terms().to()));
            rows.pushed(rule.id(), article);
            return push;
        } catch (Problem refused) {
            if (refused.status() < 500) {
                rows.failed(rule.id(), article, refused.code(), clock.instant());
            }
            throw refused;
        }
    }

    /** The terms as they are kept. */
    private Terms checked(Actor by, Terms terms) {
        SiteSnapshot now = memory.now();
        for (Selection selection : List.of(terms.from(), terms.to())) {
            SiteCode top = selection.top();
            now.find(top).orElseThrow(() -> Problem.notFound("site_not_found", top.value()));
        }
        authority.require(by, PUSH, terms.to().top());
        Terms wanted = new Terms(
                PlainText.required("name", terms.name(), 60),
                terms.from(),
                text("column", terms.column(), 40),
                text("subject", terms.subject(), 200),
                terms.to(),
                text("into", terms.into(), 40));
        if (wanted.column().isEmpty()
                && wanted.subject().isEmpty()
                && wanted.from().level().isEmpty()) {
            throw Problem.invalid("rule_condition_missing", "column");
        }
        if (wanted.into().or(wanted::column).isEmpty()) {
            throw Problem.invalid("into_missing", "into");
        }
        requireSites(wanted);
        return wanted;
    }

    private void requireSites(Terms terms) {
        RuleSites sites = sites();
        List<Site> sources = sites.of(terms.from());
        List<Site> targets = sites.of(terms.to());
        if (sources.isEmpty()) {
            throw Problem.invalid("rule_without_source", "from");
        }
        if (targets.isEmpty()) {
            throw Problem.invalid("rule_without_target", "to");
        }
        Set<Site> both = new HashSet<>(sources);
        targets.stream().filter(both::contains).findFirst().ifPresent(site -> {
            throw Problem.invalid("rule_into_source", "to", site.code().value(), site.name());
        });
        terms.column().ifPresent(column -> requireColumn("column", column, sources));
        requireColumn("into", terms.into().or(terms::column).orElseThrow(), targets);
    }

    private void requireColumn(String field, String key, List<Site> sites) {
        SiteSnapshot now = memory.now();
        if (sites.stream().noneMatch(site -> now.currentColumn(site.code(), key).isPresent())) {
            throw Problem.invalid("rule_column_unknown", field, key);
        }
    }

    private static void requireNew(List<Rule> all, Terms terms, long own) {
        all.stream()
                .filter(rule -> rule.id() != own && same(rule.terms(), terms))
                .findFirst()
                .ifPresent(rule -> {
                    throw Problem.conflict("push_rule_exists", rule.terms().name());
                });
    }

    private static boolean same(Terms one, Terms other) {
        return new Terms(other.name(), one.from(), one.column(), one.subject(), one.to(), one.into()).equals(other);
    }

    private static Optional<String> text(String field, Optional<String> given, int longest) {
        return given.map(text -> PlainText.optional(field, text, longest)).filter(text -> !text.isEmpty());
    }

    static long last(List<Marks> some) {
        return some.get(some.size() - 1).article();
    }
}
