package org.jutong.sitegroup.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jutong.audit.Event;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.internal.lint.ArticleChecks;
import org.jutong.sitegroup.internal.standard.StoredStandards;
import org.jutong.sitegroup.internal.tasks.StoredTasks;
import org.jutong.sitegroup.internal.tasks.TaskRunner;
import org.jutong.sitegroup.internal.tasks.TaskWork;

/** A province, a city and two districts with a clock that can be turned, for what happens to columns in time. */
public final class ColumnsGroup implements AutoCloseable {

    public static final Actor OPERATOR = SiteGroup.OPERATOR;
    public static final Actor READER = SiteGroup.READER;
    public static final SiteCode PROVINCE = SiteGroup.PROVINCE;
    public static final SiteCode CITY = SiteGroup.CITY;
    public static final SiteCode DISTRICT = SiteGroup.DISTRICT;
    public static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    public final Store store;
    public final SiteMemory memory;
    public final SiteDirectory sites;
    public final ArticleChecks checks;
    public final Desk desk;
    public final StoredArticles articles;
    public final SiteReading reading;
    public final SitePushes pushes;
    public final StoredTasks tasks;
    public final StoredStandards standards;
    public final Clock clock = new Turned();
    public final PlainWords words = new PlainWords();
    public final List<Event> recorded = new ArrayList<>();
    public final List<SiteCode> changed = new ArrayList<>();
    private final SiteGroup group;
    private Instant now = SiteGroup.NOW;

    public ColumnsGroup(Database database) {
        group = new SiteGroup(database);
        store = group.database.store();
        memory = new SiteMemory(store);
        sites = new SiteDirectory(memory, store, SiteGroup.AUTHORITY, recorded::add, changed::addAll, clock);
        checks = SiteGroup.checks(store, memory, clock);
        desk = new Desk(store, sites, checks, SiteGroup.AUTHORITY, recorded::add, changed::addAll, clock);
        articles = desk.articles;
        reading = new SiteReading(store, sites, clock);
        pushes =
                new SitePushes(store, sites, sites, checks, SiteGroup.AUTHORITY, recorded::add, changed::addAll, clock);
        tasks = new StoredTasks(store, SiteGroup.AUTHORITY, recorded::add, clock);
        standards = new StoredStandards(store, memory, SiteGroup.AUTHORITY, recorded::add, clock);
    }

    /** Does all tasks of this kind. */
    public void work(TaskWork kind) {
        TaskRunner.standing(store, words, clock, List.of(kind)).runAll();
    }

    /** An article that is published now in this column. */
    public Article published(SiteCode site, String column, String title) {
        Draft draft = new Draft(title, "贵州省人民政府网站", "", "<p>正文</p>", column, Optional.empty());
        return desk.published(OPERATOR, site, draft);
    }

    /** Turns the clock to this moment of Beijing. */
    public void at(String local) {
        now = ZonedDateTime.parse(local + ":00+08:00[Asia/Shanghai]").toInstant();
    }

    /** Turns the clock by days, months or years of the calendar. */
    public void later(Period period) {
        now = now.atZone(BEIJING).plus(period).toInstant();
    }

    @Override
    public void close() {
        group.close();
    }

    private final class Turned extends Clock {
        @Override
        public ZoneId getZone() {
            return BEIJING;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
