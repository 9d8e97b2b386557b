package org.jutong.interaction.internal.portal;

import java.time.Clock;
import java.util.Map;
import org.jutong.interaction.Letters;
import org.jutong.plugin.PortalBlock;
import org.jutong.plugin.SiteContext;
import org.jutong.plugin.View;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The home page's block: the latest published letters and the ways in. */
@Component
public final class LatestLetters implements PortalBlock {

    private static final int SHOWN = 5;

    private final Letters letters;
    private final Clock clock;

    @Activate
    public LatestLetters(@Reference Letters letters, @Reference Clock clock) {
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public View block(SiteContext site) {
        return new View(
                "block.peb",
                "政民互动",
                Map.of(
                        "letters",
                        letters.publishedFrom(site, 0, SHOWN).stream()
                                .map(letter -> LetterText.of(letter, clock.getZone()))
                                .toList()));
    }
}
