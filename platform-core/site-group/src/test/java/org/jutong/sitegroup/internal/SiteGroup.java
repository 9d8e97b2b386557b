package org.jutong.sitegroup.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jutong.audit.Event;
import org.jutong.identity.Authority;
import org.jutong.persistence.Store;
import org.jutong.persistence.testing.TestStores;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.Level;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.Sites.NewSite;
import org.jutong.sitegroup.internal.lint.ArticleChecks;
import org.jutong.sitegroup.internal.standard.StoredStandards;
import org.jutong.sitegroup.internal.words.StoredWords;

/** The site group's services over a fresh database, with a province, a city and two districts. */
public final class SiteGroup implements AutoCloseable {

    static final Actor OPERATOR = new Actor("operator", "省平台");
    static final Actor READER = new Actor("reader", "无权者");
    static final Actor COLUMN_EDITOR = new Actor("column.editor", "栏目编辑");
    static final Instant NOW = Instant.parse("2017-07-21T00:22:00Z");
    static final SiteCode PROVINCE = new SiteCode("5200000001");
    static final SiteCode CITY = new SiteCode("5201000001");
    public static final SiteCode DISTRICT = new SiteCode("5201020001");
    public static final SiteCode OTHER_DISTRICT = new SiteCode("5201030001");

    public final TestStores database;
    final SiteMemory memory;
    final SiteDirectory sites;
    final Desk desk;
    final StoredArticles articles;
    final ArticleChecks checks;
    final SitePushes pushes;
    final SiteReading reading;
    final List<SiteCode> changed = new ArrayList<>();
    final List<Event> recorded = new ArrayList<>();
    boolean refuseToRecord;

    public SiteGroup(Database database) {
        this.database = database.open();
        Store store = this.database.store();
        Clock clock = Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
        memory = new SiteMemory(store);
        sites = new SiteDirectory(memory, store, AUTHORITY, this::record, changed::addAll, clock);
        checks = checks(store, memory, clock);
        desk = new Desk(store, sites, checks, AUTHORITY, this::record, changed::addAll, clock);
        articles = desk.articles;
        pushes = pushes(store);
        reading = new SiteReading(store, sites, clock);
        open(PROVINCE, "贵州省", Level.PROVINCE, Optional.empty());
        open(CITY, "贵阳市", Level.PREFECTURE, Optional.of(PROVINCE));
        open(DISTRICT, "南明区", Level.COUNTY, Optional.of(CITY));
        open(OTHER_DISTRICT, "云岩区", Level.COUNTY, Optional.of(CITY));
        changed.clear();
        recorded.clear();
    }

    SitePushes pushes(Store store) {
        return new SitePushes(
                store,
                sites,
                sites,
                checks,
                AUTHORITY,
                this::record,
                changed::addAll,
                Clock.fixed(NOW, ZoneId.of("Asia/Shanghai")));
    }

    /** As after a restart. */
    SiteHostNames hosts() {
        return new SiteHostNames(database.store(), hostMemory(), sites, AUTHORITY, this::record, changed::addAll);
    }

    /** Another node's. */
    HostMemory hostMemory() {
        return new HostMemory(database.store());
    }

    /** The linter over this database. */
    public static ArticleChecks checks(Store store, SiteMemory memory, Clock clock) {
        return new ArticleChecks(
                store,
                new StoredStandards(store, memory, AUTHORITY, event -> {}, clock),
                new StoredWords(store, memory, AUTHORITY, event -> {}, (kind, names) -> {}),
                clock);
    }

    private void record(Event event) {
        if (refuseToRecord) {
            throw Problem.of(503, "audit_unavailable");
        }
        recorded.add(event);
    }

    Site open(SiteCode code, String region, Level level, Optional<SiteCode> parent) {
        return sites.register(OPERATOR, site(code, region, level, parent));
    }

    static NewSite site(SiteCode code, String region, Level level, Optional<SiteCode> parent) {
        return new NewSite(code, region + "人民政府", level, code.division(), region, parent, "blue");
    }

    static Draft draft(String title) {
        return new Draft(title, "贵州省人民政府网站", "责任编辑：王洋", "<p>正文</p>", "meetings", Optional.empty());
    }

    Article published(String title) {
        return desk.published(OPERATOR, PROVINCE, draft(title));
    }

    @Override
    public void close() {
        database.close();
    }

    public static final Authority AUTHORITY = new Authority() {
        @Override
        public boolean allows(Actor actor, String permission, SiteCode site) {
            return actor.equals(OPERATOR)
                    || actor.username().startsWith("office." + site.value())
                    || Desk.REVIEWERS.contains(actor) && permission.startsWith("article.review");
        }

        @Override
        public boolean allows(Actor actor, String permission, SiteCode site, String column) {
            return allows(actor, permission, site)
                    || actor.equals(COLUMN_EDITOR) && site.equals(PROVINCE) && column.equals("meetings");
        }

        @Override
        public boolean allowsWithin(Actor actor, String permission, SiteCode site) {
            return allows(actor, permission, site, "meetings");
        }

        @Override
        public boolean isDeclared(String permission) {
            return true;
        }

        @Override
        public boolean allowsSomewhere(Actor actor, String permission) {
            return actor.equals(OPERATOR);
        }

        @Override
        public Set<String> permissions(Actor actor, SiteCode site) {
            return Set.of();
        }

        @Override
        public Set<SiteCode> roots(Actor actor) {
            return Set.of();
        }
    };
}
