package org.jutong.web.internal.door;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.catalog.PluginFault;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Records the changes that go through a plugin, which itself knows nothing of the record. It is written when the
 * plugin has answered; a change whose record fails is answered with 503 although it was made.
 */
@Component(service = PluginCalls.class)
public final class PluginCalls {

    private static final Pattern BELOW_SITE = Pattern.compile("/sites/[^/]+/(?:plugins/[^/]+/)?(.*)");

    private final Audit audit;
    private final Attempts attempts;

    @Activate
    public PluginCalls(@Reference Audit audit, @Reference Attempts attempts) {
        this.audit = audit;
        this.attempts = attempts;
    }

    /** A call into a plugin. */
    public interface Call<R> {
        R run() throws PluginFault;
    }

    /** Runs the call, and records it where the request is for a change. What the doors refuse is recorded there. */
    public <R> R run(HttpServletRequest request, SiteContext site, Call<R> call) throws PluginFault {
        if (reads(request)) {
            return call.run();
        }
        R result;
        try {
            result = call.run();
        } catch (Problem refused) {
            if (!Denials.isDenial(refused.status())) {
                failed(request, site, refused.code());
            }
            throw refused;
        } catch (PluginFault fault) {
            failed(request, site, "plugin_fault");
            throw fault;
        }
        audit.record(Event.done(Action.PLUGIN_CALL, site.actor(), object(request, site))
                .on(site.site()));
        return result;
    }

    private void failed(HttpServletRequest request, SiteContext site, String code) {
        attempts.record(Event.failed(Action.PLUGIN_CALL, site.actor(), object(request, site), code)
                .on(site.site()));
    }

    private static boolean reads(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    /** Such as {@code interaction POST letters/17/answer}. */
    private static String object(HttpServletRequest request, SiteContext site) {
        Matcher below = BELOW_SITE.matcher(request.getRequestURI());
        return site.plugin() + " " + request.getMethod() + " " + (below.find() ? below.group(1) : "");
    }
}
