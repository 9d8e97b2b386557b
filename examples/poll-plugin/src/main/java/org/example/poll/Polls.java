package org.example.poll;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jutong.plugin.JutongPlugin;
import org.jutong.plugin.PageRequest;
import org.jutong.plugin.PageResult;
import org.jutong.plugin.PluginCommand;
import org.jutong.plugin.PortalBlock;
import org.jutong.plugin.PortalPages;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteContext;
import org.jutong.plugin.SiteData;
import org.jutong.plugin.Table;
import org.jutong.plugin.View;
import org.jutong.plugin.data.SiteStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The poll of a site: its rules, its block and page, its shell command and its data. */
@JutongPlugin
@Component(service = {Polls.class, PortalBlock.class, PortalPages.class, PluginCommand.class, SiteData.class})
public final class Polls implements PortalBlock, PortalPages, PluginCommand, SiteData {

    private final SiteStore store;

    @Activate
    public Polls(@Reference(target = "(osgi.unit.name=poll)") SiteStore store) {
        this.store = store;
    }

    /** A poll as it stands; without choices where the site has none. */
    public record Result(String question, long total, List<Count> choices) {}

    /** A choice and its votes. */
    public record Count(int place, String label, long votes) {}

    Result result(SiteContext site) {
        return store.read(site, em -> {
            var query = em.createQuery("select c from Choice c order by c.place", Choice.class);
            List<Choice> choices = query.getResultList();
            return new Result(
                    choices.isEmpty() ? "" : choices.get(0).question,
                    choices.stream().mapToLong(c -> c.votes).sum(),
                    choices.stream().map(c -> new Count(c.place, c.label, c.votes)).toList());
        });
    }

    Result vote(SiteContext site, int place) {
        store.change(site, em -> {
            // counted in the database, so that votes at the same moment all count
            int counted = em.createQuery("update Choice c set c.votes = c.votes + 1 where c.place = :place")
                    .setParameter("place", place)
                    .executeUpdate();
            if (counted == 0) {
                throw Problem.invalid("poll_choice_unknown", "choice");
            }
        });
        return result(site);
    }

    Result ask(SiteContext site, String question, List<String> labels) {
        if (!fits(question, 100)) {
            throw Problem.invalid("poll_question_wrong", "question");
        }
        boolean good = labels != null && labels.size() >= 2 && labels.size() <= 10;
        if (!good || !labels.stream().allMatch(l -> fits(l, 50)) || new HashSet<>(labels).size() < labels.size()) {
            throw Problem.invalid("poll_choices_wrong", "choices");
        }
        store.change(site, em -> {
            em.createQuery("delete from Choice c").executeUpdate();
            for (int place = 1; place <= labels.size(); place++) {
                em.persist(new Choice(place, question, labels.get(place - 1)));
            }
        });
        return result(site);
    }

    private static boolean fits(String text, int most) {
        return text != null && !text.isBlank() && text.length() <= most && text.chars().noneMatch(c -> c < ' ');
    }

    @Override
    public View block(SiteContext site) {
        return view(site, false);
    }

    @Override
    public PageResult serve(SiteContext site, PageRequest request) {
        if (!request.path().isEmpty()) {
            throw Problem.notFound("poll_page_not_found");
        }
        if (!request.isPost()) {
            return view(site, request.parameters().containsKey("voted"));
        }
        try {
            String choice = request.parameter("choice");
            vote(site, choice.matches("[0-9]{1,2}") ? Integer.parseInt(choice) : 0);
            return new PageResult.Redirect(site.pageUrl("?voted"));
        } catch (Problem problem) {
            return new PageResult.Invalid(view(site, false), problem);
        }
    }

    private View view(SiteContext site, boolean thanks) {
        Result poll = result(site);
        return new View("poll.peb", "在线投票", Map.of(
                "question", poll.question(), "choices", poll.choices(), "total", poll.total(), "thanks", thanks));
    }

    @Override
    public String name() {
        return "show";
    }

    @Override
    public String description() {
        return "显示一个站点的投票结果 (a site's poll and its votes)";
    }

    @Override
    public String permission() {
        return "poll.manage";
    }

    @Override
    public Table run(SiteContext site, List<String> arguments) {
        return Table.of(List.of("选项", "票数"), result(site).choices().stream()
                .map(count -> List.of(count.label(), String.valueOf(count.votes())))
                .toList());
    }

    @Override
    public long footprint(SiteContext site) {
        return result(site).choices().size();
    }

    @Override
    public void export(SiteContext site, OutputStream out) throws IOException {
        Result poll = result(site);
        for (Count count : poll.choices()) {
            String line = "{\"question\":%s,\"label\":%s,\"votes\":%d}\n";
            out.write(line.formatted(json(poll.question()), json(count.label()), count.votes())
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void purge(SiteContext site) {
        store.change(site, em -> em.createQuery("delete from Choice c").executeUpdate());
    }

    private static String json(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
