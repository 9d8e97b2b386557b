package org.jutong.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An old government site as such sites are: most pages in GBK, navigation and scripts around a text of pasted Word
 * paragraphs, links to other pages before and behind, pictures and attachments. The same seed gives the same bytes.
 */
final class OldPages {

    /** What the import is told of the site. */
    static final Map<String, Object> MAPPING = Map.of(
            "address",
            "http://www.old.gov.cn/",
            "skip",
            List.of("**/index*.html"),
            "columns",
            List.of(
                    Map.of("from", "zwgk/hy/**", "to", "meetings"),
                    Map.of("from", "zwgk/tz/**", "to", "notices"),
                    Map.of("from", "zwgk/wj/**", "to", "policies"),
                    Map.of("from", "dt/**", "to", "local-news")),
            "title",
            List.of("h1", "title"),
            "time",
            ".info",
            "source",
            ".source",
            "body",
            "#zoom",
            "remove",
            List.of(".share", ".print"));

    private static final Charset GBK = Charset.forName("GBK");
    private static final String[] FOLDERS = {"zwgk/hy", "zwgk/tz", "zwgk/wj", "dt"};
    private static final String[] WORDS = ("全省 各级 政府 网站 集约化 建设 工作 推进 平台 统一 栏目 公开 信息 服务 群众 企业 审批 事项 办理 时限"
                    + " 要求 部门 单位 落实 责任 检查 整改 会议 强调 指出 安排 部署 认真 贯彻 精神 进一步 加强 完善 制度 机制 确保 按时 完成"
                    + " 任务 数据 共享 交换 标准 规范 安全 运行 维护 经费 预算 项目 资金 管理 监督 考核 通报 情况 报告 年度 计划 农村 教育"
                    + " 医疗 交通 环境 保护 就业 社会 保障 扶贫 产业 发展 改革 创新 市州 县区 乡镇 街道 社区 代表 委员 提案 答复 公告")
            .split(" ");
    private static final String NAVIGATION = IntStream.range(0, 36)
            .mapToObj(i -> "<li><a href=\"/" + FOLDERS[i % FOLDERS.length] + "/index_" + i + ".html\" target=_blank>"
                    + WORDS[i] + WORDS[i + 9] + "</a></li>")
            .collect(Collectors.joining("\n"));

    private final int pages;

    OldPages(int pages) {
        this.pages = pages;
    }

    /** Writes it as a zip. */
    void zip(Path file) {
        try (ZipOutputStream out = new ZipOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), StandardCharsets.UTF_8)) {
            each((path, content) -> {
                try {
                    out.putNextEntry(new ZipEntry(path));
                    out.write(content);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file, pages and others. */
    void each(BiConsumer<String, byte[]> taker) {
        Random random = new Random(20170721);
        for (int i = 0; i < pages; i++) {
            taker.accept(path(i), page(i, random));
            if (hasAttachment(i)) {
                taker.accept(attachment(i), bytes("%PDF-1.4\n", 8_000 + random.nextInt(24_000), random));
            }
            if (hasPicture(i)) {
                taker.accept(picture(i), bytes("\u0089PNG\r\n\u001a\n", 4_000 + random.nextInt(12_000), random));
            }
        }
    }

    /** The character encoding of this page. */
    static Charset charset(int page) {
        return page % 5 < 3 ? GBK : StandardCharsets.UTF_8;
    }

    static boolean isPage(String path) {
        return path.endsWith(".html");
    }

    private static boolean hasAttachment(int page) {
        return page % 6 == 0;
    }

    private static boolean hasPicture(int page) {
        return page % 8 == 1;
    }

    private static String path(int page) {
        return "%s/%d%02d/t%d.html".formatted(FOLDERS[page % FOLDERS.length], 2012 + page % 6, page % 12 + 1, page);
    }

    private static String attachment(int page) {
        return "files/%d/附件%d.pdf".formatted(2012 + page % 6, page);
    }

    private static String picture(int page) {
        return "images/%d/P%d.png".formatted(2012 + page % 6, page);
    }

    private byte[] page(int number, Random random) {
        String title = "关于" + words(random, 5) + "的" + (number % 3 == 0 ? "通知" : "情况") + "（" + number + "）";
        StringBuilder body = new StringBuilder();
        int paragraphs = 5 + random.nextInt(9);
        for (int i = 0; i < paragraphs; i++) {
            body.append(
                            "<p class=MsoNormal style=\"text-indent:2em;line-height:28pt\" align=left><span lang=EN-US style=\"font-family:仿宋_GB2312;font-size:16pt\">　　")
                    .append(words(random, 30 + random.nextInt(60)))
                    .append("。<o:p></o:p></span></p>\n");
        }
        if (number % 7 == 0) {
            body.append("<table border=1><tr><td>")
                    .append(words(random, 3))
                    .append("<td>数量<tr><td>")
                    .append(words(random, 3))
                    .append("<td>")
                    .append(random.nextInt(1000))
                    .append("</table>");
        }
        if (number % 3 == 0) {
            body.append("<p>相关：<a href=\"/")
                    .append(path(random.nextInt(pages)))
                    .append("\">")
                    .append(words(random, 4))
                    .append("</a> <a href='http://www.old.gov.cn/")
                    .append(path(random.nextInt(pages)))
                    .append("'>")
                    .append(words(random, 4))
                    .append("</a></p>");
        }
        if (hasAttachment(number)) {
            body.append("<p>附件：<a href=\"/")
                    .append(attachment(number))
                    .append("\">")
                    .append(words(random, 4))
                    .append("</a></p>");
        }
        if (hasPicture(number)) {
            body.append("<p align=center><img src=\"/").append(picture(number)).append("\" width=600></p>");
        }
        Charset charset = charset(number);
        String html = """
                <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN">
                <html><head><meta http-equiv="Content-Type" content="text/html; charset=%1$s" />
                <title>%2$s-旧网站</title>
                <script type="text/javascript" src="/js/jquery.js"></script>
                <style>.c{margin:0 auto;width:1000px}.nav li{float:left;list-style:none}</style></head>
                <body bgcolor=#ffffff><div class=c><div class=top><img src="/images/top.jpg"></div>
                <ul class=nav>%3$s</ul><div class=pos>当前位置：<a href="/">首页</a> &gt; 正文</div>
                <h1>%2$s</h1><div class=info>发布时间：%4$d-%5$02d-%6$02d %7$02d:30　<span class=source>来源：省政府办公厅</span>　浏览次数：<script>hits(%8$d)</script></div>
                <div id=zoom>%9$s<div class=share><a href="#" onclick="share()">分享到微博</a></div></div>
                <div class=print><a href="javascript:print()">打印</a></div><ul class=nav>%3$s</ul>
                <div class=foot>主办：旧网站　<a href="http://www.gov.cn/">中国政府网</a></div></div></body></html>
                """.formatted(
                        charset.equals(GBK) ? "gb2312" : "utf-8",
                        title,
                        NAVIGATION,
                        2012 + number % 6,
                        number % 12 + 1,
                        number % 28 + 1,
                        number % 24,
                        number,
                        body);
        return html.getBytes(charset);
    }

    private static String words(Random random, int count) {
        StringBuilder words = new StringBuilder(count * 3);
        for (int i = 0; i < count; i++) {
            words.append(WORDS[random.nextInt(WORDS.length)]);
            if (i % 9 == 8) {
                words.append('，');
            }
        }
        return words.toString();
    }

    private static byte[] bytes(String start, int size, Random random) {
        byte[] content = new byte[size];
        random.nextBytes(content);
        byte[] head = start.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(head, 0, content, 0, head.length);
        return content;
    }
}
