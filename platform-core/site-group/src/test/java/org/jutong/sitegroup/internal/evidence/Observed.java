package org.jutong.sitegroup.internal.evidence;

import static org.jutong.sitegroup.internal.ColumnsGroup.CITY;
import static org.jutong.sitegroup.internal.ColumnsGroup.OPERATOR;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.InspectionEvidence;
import org.jutong.sitegroup.internal.ColumnsGroup;
import org.jutong.sitegroup.internal.Database;
import org.jutong.sitegroup.internal.SiteGroup;
import org.jutong.sitegroup.internal.files.StoredFiles;
import org.jutong.sitegroup.internal.inspection.Inspected;
import org.jutong.sitegroup.internal.inspection.Inspecting;
import org.jutong.sitegroup.internal.inspection.Report;

/** A city whose columns are all up to date, what people observe of it, and its inspection; today is 21 July 2017. */
final class Observed implements AutoCloseable {

    final ColumnsGroup group;
    final StoredFiles files;
    final Observations observations;

    Observed(Database database) {
        group = new ColumnsGroup(database);
        files = new StoredFiles(group.store, group.recorded::add, group.clock);
        observations = new Observations(
                group.store, group.memory, files, SiteGroup.AUTHORITY, group.recorded::add, group.clock);
        group.sites.of(CITY).stream().map(Column::key).forEach(key -> group.published(CITY, key, key));
    }

    Observation record(String kind, String day, Facts facts) {
        return record(kind, day, facts, "看到的情况");
    }

    Observation record(String kind, String day, Facts facts, String words) {
        return observations.record(OPERATOR, CITY, new Observations.Given(kind, day, facts, words, null));
    }

    Observation nothing(String about, String day) {
        return record("nothing", day, Facts.nothing(about));
    }

    /** The same visits on each of the seven days before today. */
    Observation visits(int total, int slow) {
        return record("visits", "2017-07-20", Facts.visits(week(total, slow)));
    }

    static List<Facts.Visits> week(int total, int slow) {
        return IntStream.rangeClosed(14, 20)
                .mapToObj(day -> new Facts.Visits("2017-07-" + day, total, slow))
                .toList();
    }

    void guides(int number, List<String> lacking) {
        IntStream.range(0, number).forEach(i -> record("guide", "2017-07-21", Facts.guide("办证 " + i, lacking)));
    }

    /** Inspects the city with what was observed, and what others know. */
    Inspected inspect(InspectionEvidence... others) {
        return inspecting(others).inspect();
    }

    /** The state of a veto now. */
    String veto(String kind, InspectionEvidence... others) {
        Inspecting now = inspecting(others);
        now.inspect();
        return now.report().vetoes().stream()
                .filter(veto -> veto.kind().equals(kind))
                .map(Report.VetoLine::state)
                .findFirst()
                .orElseThrow();
    }

    private Inspecting inspecting(InspectionEvidence... others) {
        List<InspectionEvidence> all = new ArrayList<>(List.of(others));
        all.add(new ObservedEvidence(group.store, group.clock));
        return new Inspecting(group, CITY, all);
    }

    @Override
    public void close() {
        group.close();
    }
}
