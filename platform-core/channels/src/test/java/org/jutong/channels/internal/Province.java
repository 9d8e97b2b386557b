package org.jutong.channels.internal;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jutong.audit.Event;
import org.jutong.channels.Channel;
import org.jutong.channels.Channels;
import org.jutong.channels.Delivery;
import org.jutong.identity.Authority;
import org.jutong.identity.Seals;
import org.jutong.persistence.testing.TestStores;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.PushChannel;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.ArticleJournal;
import org.jutong.sitegroup.Level;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.Sites;
import org.osgi.framework.ServiceReference;

/** Channels in a fresh database, over articles in memory, with a clock that is moved by hand. */
final class Province extends Clock implements ArticleJournal, AutoCloseable {

    static final Actor EDITOR = new Actor("editor", "编辑");
    static final Actor STRANGER = new Actor("stranger", "无权者");
    static final SiteCode SITE = new SiteCode("5200000001");
    static final SiteCode CITY = new SiteCode("5201000001");
    private static final Instant DAY = Instant.parse("2017-07-21T00:22:00Z");

    final TestStores database;
    final List<Event> recorded = new CopyOnWriteArrayList<>();
    final ChannelKinds kinds = new ChannelKinds();
    final Settings settings = new Settings(new Turned());
    final Sites sites = answer(Sites.class);
    final ChannelRights rights = new ChannelRights(answer(Authority.class));
    final ArticleTexts texts = new ArticleTexts(this, "https://portal.example/");
    final StoredChannels channels;
    final StoredDeliveries deliveries;
    Courier courier;
    DeliveryLoop loop;
    private final Map<Long, Published> articles = new HashMap<>();
    private final List<ArticleJournal.Change> lines = new ArrayList<>();
    private final Set<SiteCode> mine = new HashSet<>(Set.of(SITE, CITY));
    private Instant now = Instant.parse("2026-11-23T08:00:00Z");
    boolean forgetful;

    Province(boolean derby) {
        database = derby
                ? TestStores.derby(StoredChannels.class, "channels")
                : TestStores.postgres(StoredChannels.class, "channels");
        restart(Duration.ofSeconds(5));
        channels = new StoredChannels(database.store(), kinds, settings, rights, sites, recorded::add);
        deliveries = new StoredDeliveries(database.store(), texts, rights, sites, recorded::add, this, loop);
    }

    /** As after a restart. */
    void restart(Duration patience) {
        courier = anotherNode(patience);
        loop = new DeliveryLoop(database.store(), this, texts, courier, this, false);
    }

    Courier anotherNode(Duration patience) {
        return new Courier(database.store(), kinds, settings, texts, sites, recorded::add, this, patience);
    }

    void offer(PushChannel kind) {
        kinds.bindKind(kind, reference());
    }

    private static ServiceReference<PushChannel> reference() {
        Object[] self = new Object[1];
        @SuppressWarnings("unchecked")
        ServiceReference<PushChannel> made = (ServiceReference<PushChannel>) Proxy.newProxyInstance(
                Province.class.getClassLoader(),
                new Class<?>[] {ServiceReference.class},
                (proxy, method, given) -> method.getName().equals("compareTo")
                        ? Integer.compare(System.identityHashCode(self[0]), System.identityHashCode(given[0]))
                        : null);
        self[0] = made;
        return made;
    }

    Channel channel(String kind, String name, Map<String, String> values) {
        return channels.add(
                EDITOR, SITE, kind, new Channels.Change(Optional.of(name), Optional.empty(), Optional.of(values)));
    }

    void publish(long id, String title, SiteCode... on) {
        Article article = new Article(
                id,
                SITE,
                title,
                "省政府",
                "张三",
                "<p>正文 <a href=\"/sites/5200000001/articles/2\">链接</a></p>",
                Article.State.PUBLISHED,
                "news",
                Optional.of(DAY),
                1);
        put(article, on);
    }

    void withdraw(long id) {
        Article was = articles.get(id).article();
        put(new Article(
                id,
                SITE,
                was.title(),
                was.source(),
                was.author(),
                was.body(),
                Article.State.WITHDRAWN,
                "news",
                was.published(),
                2));
    }

    private void put(Article article, SiteCode... on) {
        List<Place> places = new ArrayList<>();
        for (SiteCode site : on) {
            places.add(new Place(site, "news", DAY));
        }
        articles.put(article.id(), new Published(article, places));
        lines.add(new ArticleJournal.Change(lines.size() + 1, article.id()));
    }

    /** Follows, and delivers what is due to the channel. */
    void run(Channel channel) {
        loop.follow();
        loop.due().stream().filter(id -> id == channel.id()).forEach(courier::deliver);
    }

    Delivery delivery(long article) {
        return deliveries.of(EDITOR, article).get(0);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public List<ArticleJournal.Change> between(long from, long to, int limit) {
        return lines.stream()
                .filter(line -> line.number() >= from && line.number() <= to)
                .limit(limit)
                .toList();
    }

    @Override
    public long settled() {
        return lines.size();
    }

    @Override
    public boolean reaches(long number) {
        return !forgetful;
    }

    @Override
    public List<Published> read(Collection<Long> wanted) {
        return wanted.stream().filter(articles::containsKey).map(articles::get).toList();
    }

    @Override
    public List<Published> published(long after, int limit) {
        return List.of();
    }

    @Override
    public long count() {
        return articles.size();
    }

    @Override
    public ZoneId getZone() {
        return ZoneId.of("UTC");
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void close() {
        courier.stop();
        loop.stop();
        database.close();
    }

    private <T> T answer(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    switch (method.getName()) {
                        case "find":
                            return Optional.of(site((SiteCode) given[0])).filter(site -> mine.contains(site.code()));
                        case "require":
                            if (type == Sites.class) {
                                return site((SiteCode) given[0]);
                            }
                            if (!given[0].equals(EDITOR)) {
                                throw Problem.forbidden("forbidden");
                            }
                            return null;
                        case "root":
                            return Optional.of(site(SITE));
                        case "allows":
                            return given[0].equals(EDITOR);
                        default:
                            return null;
                    }
                }));
    }

    private static Site site(SiteCode code) {
        return new Site(code, "贵州省人民政府", Level.PROVINCE, code.division(), "贵州省", Optional.empty(), "blue");
    }

    /** Sealing that a test can see through. */
    private static final class Turned implements Seals {
        @Override
        public String seal(byte[] secret, String owner) {
            return Base64.getEncoder()
                    .encodeToString((owner + "|" + new String(secret, StandardCharsets.UTF_8))
                            .getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public byte[] open(String sealed, String owner) {
            String all = new String(Base64.getDecoder().decode(sealed), StandardCharsets.UTF_8);
            if (!all.startsWith(owner + "|")) {
                throw new IllegalStateException("another owner's");
            }
            return all.substring(owner.length() + 1).getBytes(StandardCharsets.UTF_8);
        }
    }
}
