package org.jutong.web.internal.portal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.plugin.Actor;
import org.jutong.plugin.PortalBlock;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.View;
import org.jutong.sitegroup.ArticleFile;
import org.jutong.sitegroup.Filing;

/** A portal on the demonstration province for tests and previews. */
final class DemoPortal {

    static final String TITLE = "贵州省推进政府网站集约化建设工作情况";
    static final PortalBlock LETTERS = site -> new View(
            "block.peb",
            "公开来信",
            Map.of("letters", List.of(Map.of("id", 3, "title", "请问网上办事大厅怎样提交材料", "date", "2017-08-02"))));

    final Map<SiteCode, Filing> filings = new HashMap<>();
    final DemoProvince province = new DemoProvince();
    final List<ArticleFile> files = new ArrayList<>();
    final DemoPlugins plugins = new DemoPlugins();
    final PortalRenderer renderer = new PortalRenderer(
            province,
            province,
            province,
            plugins,
            plugins,
            new FileTexts(),
            plugins,
            Clock.fixed(Instant.parse("2017-08-05T02:00:00Z"), ZoneId.of("Asia/Shanghai")),
            "https://www.example.gov.cn",
            site -> filings.getOrDefault(site, Filing.NONE),
            new Departures(List.of("gov.cn"), "www.example.gov.cn", "zwfw.example.org"::equals),
            article -> files);

    long publish(SiteCode site, String column) {
        return province.publish(site, column, TITLE, DemoProvince.read("article.html"), "2017-07-21T00:22:00Z");
    }

    PortalView view(SiteCode site) {
        return PortalView.of(province.require(site), false, "/");
    }

    PortalView traditional(SiteCode site) {
        return PortalView.of(province.require(site), true, "/");
    }

    String home(SiteCode site) {
        return renderer.home(view(site)).html();
    }

    Page plugin(PortalView view, View content, Optional<Problem> problem) {
        SiteCode site = view.site().code();
        return renderer.plugin(
                view, plugins.plugin(), plugins.require(DemoPlugins.ID, site, Actor.ANONYMOUS), content, problem);
    }
}
