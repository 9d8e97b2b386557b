package org.jutong.channels.internal.kinds;

import java.time.Clock;
import java.util.Map;
import org.jutong.channels.internal.outside.Outside;
import org.jutong.plugin.PushChannel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Any system that takes the platform's call. */
@Component(service = PushChannel.class)
public final class AnyWebhook extends Webhook {

    @Activate
    public AnyWebhook(@Reference Outside outside, @Reference Clock clock) {
        super("webhook", Map.of("zh-CN", "通用接口（Webhook）", "en", "Webhook"), outside, clock);
    }
}
