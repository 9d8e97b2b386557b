package org.jutong.channels.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jutong.plugin.PushChannel;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The kinds of channels that are there at the moment; of two with one name the one of the higher ranking. Thread-safe. */
@Component(service = ChannelKinds.class)
public final class ChannelKinds {

    private static final String SHAPE = "[a-z][a-z0-9-]{1,30}";

    private final Map<ServiceReference<PushChannel>, PushChannel> kinds =
            new ConcurrentSkipListMap<>(Comparator.reverseOrder());

    @Activate
    public ChannelKinds() {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindKind(PushChannel kind, ServiceReference<PushChannel> reference) {
        if (String.valueOf(kind.id()).matches(SHAPE)) {
            kinds.put(reference, kind);
        }
    }

    void unbindKind(ServiceReference<PushChannel> reference) {
        kinds.remove(reference);
    }

    /** In the order of their names. */
    public List<PushChannel> all() {
        return kinds.values().stream()
                .map(PushChannel::id)
                .distinct()
                .sorted()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    /** The one of that name, or empty. */
    public Optional<PushChannel> find(String id) {
        return kinds.values().stream().filter(kind -> kind.id().equals(id)).findFirst();
    }
}
