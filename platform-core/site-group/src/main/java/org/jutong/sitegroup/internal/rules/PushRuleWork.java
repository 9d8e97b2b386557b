package org.jutong.sitegroup.internal.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jutong.persistence.Store;
import org.jutong.plugin.Problem;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.PushRules.Rule;
import org.jutong.sitegroup.Pushes.Push;
import org.jutong.sitegroup.internal.store.PushRuleRows;
import org.jutong.sitegroup.internal.store.PushRuleRows.Marks;
import org.jutong.sitegroup.internal.tasks.TaskRun;
import org.jutong.sitegroup.internal.tasks.TaskWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The task that pushes what is published already and fits a rule, article by article, by their numbers. */
@Component
public final class PushRuleWork implements TaskWork {

    private static final int LOT = 2_000;

    private final StoredPushRules rules;
    private final PushRuleRows rows;
    private final Texts texts;

    /** Over the site group's tables. */
    @Activate
    public PushRuleWork(
            @Reference StoredPushRules rules,
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference Texts texts) {
        this.rules = rules;
        this.rows = new PushRuleRows(store);
        this.texts = texts;
    }

    /** What is asked of it. */
    record Input(String rule) {}

    @Override
    public String kind() {
        return StoredPushRules.KIND;
    }

    @Override
    public String run(TaskRun run) {
        Rule rule = rules.get(run.by(), Long.parseLong(run.input(Input.class).rule()));
        long reached = run.mark().map(Long::parseLong).orElse(0L);
        List<Long> articles = matching(rule, reached);
        run.total(run.done() + articles.size());
        for (long article : articles) {
            push(run, rule, article);
        }
        return texts.say(
                Texts.CHINESE,
                "task.push-rule.done",
                List.of(run.done(), rule.terms().name()));
    }

    private List<Long> matching(Rule rule, long after) {
        RuleSites sites = rules.sites();
        List<Long> found = new ArrayList<>();
        for (List<Marks> some = rows.published(after, LOT);
                !some.isEmpty();
                some = rows.published(StoredPushRules.last(some), LOT)) {
            some.stream()
                    .filter(marks -> sites.fits(rule.terms(), marks))
                    .map(Marks::article)
                    .forEach(found::add);
        }
        return found;
    }

    private void push(TaskRun run, Rule rule, long article) {
        String item = String.valueOf(article);
        try {
            Push push = rules.apply(run.by(), rule, article, "task-" + run.id());
            List<Object> counts = List.of(push.placed(), push.present(), push.waiting(), push.leftOut());
            run.done(item, "pushed", Optional.empty(), texts.say(Texts.CHINESE, "task.push-rule.line", counts), item);
        } catch (Problem refused) {
            if (refused.status() >= 500) {
                throw refused;
            }
            run.done(item, "refused", Optional.of(refused.code()), texts.say(Texts.CHINESE, refused), item);
        }
    }
}
