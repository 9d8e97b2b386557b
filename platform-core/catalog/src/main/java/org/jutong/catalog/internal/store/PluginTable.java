package org.jutong.catalog.internal.store;

import java.util.Map;
import java.util.stream.Collectors;
import org.jutong.persistence.DuplicateKey;
import org.jutong.persistence.Store;
import org.jutong.runtime.PluginDescriptor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last known names of every plugin that was ever enrolled, so that one whose bundle is gone still has a name. */
@Component(service = PluginTable.class)
public final class PluginTable {

    private static final Logger LOG = LoggerFactory.getLogger(PluginTable.class);

    private static final int LONGEST_TITLE = 200;

    private final Store store;

    @Activate
    public PluginTable(@Reference(target = "(osgi.unit.name=catalog)") Store store) {
        this.store = store;
    }

    /** Writes down how the plugin calls itself. */
    public void remember(PluginDescriptor plugin) {
        try {
            store.change(em -> {
                PluginRow row = em.find(PluginRow.class, plugin.id());
                if (row == null) {
                    row = new PluginRow(plugin.id());
                    row.rename(title(plugin, "zh-CN"), title(plugin, "en"));
                    em.persist(row);
                } else {
                    row.rename(title(plugin, "zh-CN"), title(plugin, "en"));
                }
            });
        } catch (DuplicateKey inserted) {
            LOG.debug("Plugin {} was written down by another approval at the same time", plugin.id());
        }
    }

    /** Plugin → its names by language. */
    public Map<String, Map<String, String>> titles() {
        return store.read(em -> em.createQuery("select p from PluginRow p", PluginRow.class)
                .getResultStream()
                .collect(Collectors.toMap(PluginRow::id, PluginRow::titles)));
    }

    private static String title(PluginDescriptor plugin, String language) {
        String title = plugin.title().getOrDefault(language, plugin.title().getOrDefault("zh-CN", plugin.id()));
        return title.substring(0, Math.min(title.length(), LONGEST_TITLE));
    }
}
