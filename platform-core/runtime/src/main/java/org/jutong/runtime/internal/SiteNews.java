package org.jutong.runtime.internal;

import java.util.Collection;
import java.util.List;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.SiteChangeListener;
import org.jutong.runtime.SiteChanges;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Passes on which sites changed. */
@Component(service = SiteChanges.class, immediate = true)
public final class SiteNews implements SiteChanges {

    private final Whiteboard<SiteChangeListener> listeners;

    @Activate
    public SiteNews(BundleContext context) {
        this.listeners = new Whiteboard<>(context, SiteChangeListener.class);
    }

    @Override
    public void changed(Collection<SiteCode> sites) {
        if (!sites.isEmpty()) {
            List<SiteCode> snapshot = List.copyOf(sites);
            listeners.tell(listener -> listener.sitesChanged(snapshot));
        }
    }

    @Deactivate
    void close() {
        listeners.close();
    }
}
