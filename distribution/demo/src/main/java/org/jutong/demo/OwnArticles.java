package org.jutong.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jutong.sitegroup.Articles.Draft;

/** Articles made from the demonstration's own data; nothing in them is invented. */
final class OwnArticles {

    static final String ABOUT = "关于本演示平台的说明";

    private static final String SOURCE = "行政区划代码表";
    private static final List<String> HEADINGS = List.of("区划代码", "名称");

    private final Map<String, List<Division>> below;

    OwnArticles(List<Division> divisions) {
        this.below = divisions.stream().collect(Collectors.groupingBy(Division::parent));
    }

    /** 行政区划: what lies below a division, two levels deep for the province. */
    Draft divisions(Division division) {
        List<Division> direct = below.getOrDefault(division.code(), List.of());
        StringBuilder html = new StringBuilder();
        Html.element(html, "p", summary(division, direct));
        Html.table(html, HEADINGS, rows(direct));
        if ("province".equals(division.level())) {
            for (Division prefecture : direct) {
                List<Division> counties = below.getOrDefault(prefecture.code(), List.of());
                Html.element(html, "h2", prefecture.name() + "（" + counties.size() + "个县级行政区）");
                Html.table(html, HEADINGS, rows(counties));
            }
        }
        return new Draft(division.name() + "行政区划", SOURCE, "", html.toString(), "divisions", Optional.empty());
    }

    /** What this platform is, so that nobody takes it for an official site. */
    Draft about(List<Division> divisions) {
        long sites = divisions.stream().filter(Division::hasSite).count();
        StringBuilder html = new StringBuilder();
        Html.element(html, "p", "这里是“聚通”政府网站集约化平台的演示环境，不是任何政府的官方网站。站点名称仅用于演示，请不要在此提交真实的个人信息或诉求。");
        Html.element(html, "h2", "演示内容");
        Html.element(html, "p", "平台按行政区划为贵州省、9个市（州）和88个县（市、区、特区）各开设一个站点，共" + sites + "个；各站点的栏目由栏目架构标准按层级生成。");
        Html.element(
                html,
                "p",
                "“会议交流”栏目中的文章转载自贵州省人民政府网站（2017年7月21日），在省级站点发布一次，再一次推送到其余" + (sites - 1) + "个站点。“行政区划”栏目的内容由行政区划代码表生成。");
        Html.element(html, "h2", "About this demonstration");
        Html.element(
                html,
                "p",
                "This is a demonstration of the Jutong platform and not the official site of any government. Its"
                        + " articles are one article republished from the web site of the People's Government of"
                        + " Guizhou Province (21 July 2017) and tables made from the list of administrative"
                        + " divisions. Please do not enter real personal data.");
        return new Draft(ABOUT, "聚通平台", "", html.toString(), "notices", Optional.empty());
    }

    private String summary(Division division, List<Division> direct) {
        return switch (division.level()) {
            case "province" ->
                division.name() + "辖" + direct.size() + "个市（州）、"
                        + direct.stream()
                                .mapToInt(d ->
                                        below.getOrDefault(d.code(), List.of()).size())
                                .sum()
                        + "个县（市、区、特区）。";
            case "prefecture" -> division.name() + "辖" + direct.size() + "个县级行政区。";
            default -> division.name() + "辖" + direct.size() + "个乡（镇、街道）。";
        };
    }

    private static List<List<String>> rows(List<Division> divisions) {
        List<List<String>> rows = new ArrayList<>();
        divisions.forEach(d -> rows.add(List.of(d.code(), d.name())));
        return rows;
    }
}
