package org.jutong.channels.internal.kinds;

import java.time.Clock;
import java.util.Map;
import org.jutong.channels.internal.outside.Outside;
import org.jutong.plugin.PushChannel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The office platform, which takes the same call as any webhook. */
@Component(service = PushChannel.class)
public final class OfficePlatform extends Webhook {

    @Activate
    public OfficePlatform(@Reference Outside outside, @Reference Clock clock) {
        super("office", Map.of("zh-CN", "办公平台", "en", "Office platform"), outside, clock);
    }
}
