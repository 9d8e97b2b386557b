package org.jutong.interaction.internal.shell;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jutong.interaction.Letter;
import org.jutong.interaction.Letters;
import org.jutong.plugin.PluginCommand;
import org.jutong.plugin.SiteContext;
import org.jutong.plugin.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code interaction:letters SITE}: the latest letters, without names and contacts. */
@Component
public final class ListLetters implements PluginCommand {

    private static final int ROWS = 100;

    private final Letters letters;
    private final Clock clock;

    @Activate
    public ListLetters(@Reference Letters letters, @Reference Clock clock) {
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "letters";
    }

    @Override
    public String description() {
        return "列出一个站点最近的来信 (the latest letters of a site)";
    }

    @Override
    public String permission() {
        return "interaction.answer";
    }

    @Override
    public Table run(SiteContext site, List<String> arguments) {
        List<List<String>> rows = letters.newest(site, Optional.empty(), Long.MAX_VALUE, ROWS).stream()
                .map(this::row)
                .toList();
        return rows.isEmpty()
                ? Table.sentence(site.siteName() + "还没有收到来信。")
                : Table.of(List.of("查询码", "类型", "标题", "状态", "来信日期"), rows);
    }

    private List<String> row(Letter letter) {
        return List.of(
                letter.code().value(),
                letter.type().label(),
                letter.title(),
                letter.state().label(),
                letter.created().atZone(clock.getZone()).toLocalDate().toString());
    }
}
