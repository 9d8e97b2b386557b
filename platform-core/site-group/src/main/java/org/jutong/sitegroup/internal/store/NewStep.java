package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.SiteState;
import org.jutong.sitegroup.Step;

/** A step that is to be kept; {@code documents} are numbers of files. */
public record NewStep(
        SiteCode site,
        Step.Kind kind,
        SiteState state,
        Optional<SiteCode> office,
        String by,
        Instant at,
        String reason,
        List<Long> documents,
        Map<String, String> facts) {}
