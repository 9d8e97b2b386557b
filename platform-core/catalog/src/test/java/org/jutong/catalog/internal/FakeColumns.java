package org.jutong.catalog.internal;

import java.util.List;
import java.util.Optional;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Columns;

/** Each site has news, and a column where citizens ask. */
final class FakeColumns implements Columns {

    @Override
    public List<Column> of(SiteCode site) {
        return List.of(column(site, "news", "工作动态"), column(site, "enquiries", "咨询投诉"));
    }

    @Override
    public Optional<Column> find(SiteCode site, String key) {
        return of(site).stream().filter(column -> column.key().equals(key)).findFirst();
    }

    private static Column column(SiteCode site, String key, String type) {
        return new Column(site, key, key, Optional.empty(), type, "", "", Optional.empty(), 1);
    }
}
