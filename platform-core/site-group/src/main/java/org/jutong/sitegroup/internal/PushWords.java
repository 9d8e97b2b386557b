package org.jutong.sitegroup.internal;

import java.util.List;
import java.util.Locale;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Pushes.Target;

/** What becomes of a site by a push, in words. */
public final class PushWords {

    private PushWords() {}

    /** One sentence, such as why it was left out. */
    public static String of(Texts texts, Locale language, Target target) {
        String key = target.reason()
                .map(reason -> "push.reason." + reason)
                .orElse("push.outcome." + target.outcome().id());
        return texts.say(
                language,
                key,
                List.of(target.site().value(), target.column(), target.said().orElse("")));
    }
}
