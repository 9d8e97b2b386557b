package org.jutong.sitegroup.internal.life;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jutong.audit.Event;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Filing;
import org.jutong.sitegroup.Filing.SecurityTest;
import org.jutong.sitegroup.Level;
import org.jutong.sitegroup.SiteLife.Why;
import org.jutong.sitegroup.Sites.NewSite;
import org.jutong.sitegroup.internal.Database;
import org.jutong.sitegroup.internal.Desk;
import org.jutong.sitegroup.internal.PlainWords;
import org.jutong.sitegroup.internal.SiteDirectory;
import org.jutong.sitegroup.internal.SiteGroup;
import org.jutong.sitegroup.internal.SiteMemory;
import org.jutong.sitegroup.internal.SiteReading;
import org.jutong.sitegroup.internal.StoredArticles;
import org.jutong.sitegroup.internal.files.StoredFiles;
import org.jutong.sitegroup.internal.lint.ArticleChecks;
import org.jutong.sitegroup.internal.tasks.StoredTasks;
import org.jutong.sitegroup.internal.tasks.TaskRunner;

/** The life of sites over a fresh database, with a clock that can be turned. */
final class Lives implements AutoCloseable {

    static final Actor OPERATOR = new Actor("operator", "省平台");
    static final Actor CITY_OFFICE = new Actor("office.5201000001", "贵阳市审批");
    static final Actor PROVINCE_OFFICE = new Actor("office.5200000001", "省审批");
    static final SiteCode PROVINCE = new SiteCode("5200000001");
    static final SiteCode CITY = new SiteCode("5201000001");
    static final SiteCode DISTRICT = new SiteCode("5201020001");
    static final SiteCode NEW = new SiteCode("5201110001");
    static final Why WHY = Why.because("依申请");
    static final Filing FILED = new Filing(
            Optional.of("花溪区人民政府办公室"),
            Optional.of("0851-83851888"),
            Optional.of("黔ICP备05000001号"),
            Optional.of("黔公网安备52011102000001号"),
            Optional.of("5201110001CA"),
            Optional.of(new SecurityTest(LocalDate.parse("2017-07-20"), "省网络安全检测中心", true)));

    final SiteGroup group;
    final SiteMemory memory;
    final SiteDirectory sites;
    final Desk desk;
    final StoredArticles articles;
    final SiteReading reading;
    final StoredTasks tasks;
    final TaskRunner runner;
    final SiteLifeCycle life;
    final Closing closing;
    final StoredFiles files;
    final LifeClock lifeClock;
    final List<Event> recorded = new ArrayList<>();
    final List<SiteCode> changed = new ArrayList<>();
    /** So many more events are taken, then one is refused. */
    int recordable = Integer.MAX_VALUE;

    private Instant now = Instant.parse("2017-07-21T00:22:00Z");

    Lives(Database database) {
        group = new SiteGroup(database);
        Store store = group.database.store();
        Clock clock = new Turned();
        memory = new SiteMemory(store);
        sites = new SiteDirectory(memory, store, SiteGroup.AUTHORITY, recorded::add, changed::addAll, clock);
        ArticleChecks checks = SiteGroup.checks(store, memory, clock);
        desk = new Desk(store, sites, checks, SiteGroup.AUTHORITY, recorded::add, changed::addAll, clock);
        articles = desk.articles;
        reading = new SiteReading(store, sites, clock);
        PlainWords words = new PlainWords();
        StepBook book = new StepBook(store, memory, SiteGroup.AUTHORITY, this::record, changed::addAll, clock);
        Notices notices = new Notices(store, memory, words, clock);
        Merging merging = new Merging(store, book, memory);
        closing = new Closing(store, book, notices, merging);
        tasks = new StoredTasks(store, SiteGroup.AUTHORITY, recorded::add, clock);
        life = new SiteLifeCycle(book, new Opening(store, book, sites, notices), closing, tasks, SiteGroup.AUTHORITY);
        runner = TaskRunner.standing(
                store,
                words,
                clock,
                List.of(new ContentMove(merging, words), new SiteSteps(store, life, book, merging, closing, words)));
        lifeClock = new LifeClock(store, closing, book, memory, words, clock);
        files = new StoredFiles(store, recorded::add, clock);
    }

    private void record(Event event) {
        if (recordable == 0) {
            throw Problem.of(503, "audit_unavailable");
        }
        recordable--;
        recorded.add(event);
    }

    static NewSite newSite() {
        return new NewSite(NEW, "贵阳市花溪区人民政府", Level.COUNTY, "520111", "花溪区", Optional.of(CITY), "blue");
    }

    /** A document of this person. */
    long document(Actor by) {
        byte[] text = "关于开设网站的请示".getBytes(StandardCharsets.UTF_8);
        return files.keep(by, "请示.txt", new ByteArrayInputStream(text)).id();
    }

    void days(int days) {
        now = now.plus(Duration.ofDays(days));
    }

    @Override
    public void close() {
        lifeClock.stop();
        group.close();
    }

    private final class Turned extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
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
