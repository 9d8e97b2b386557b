package org.jutong.plugin.data;

import java.util.function.Consumer;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.jutong.plugin.SiteContext;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A plugin's own tables, one site at a time: the only way to an {@link EntityManager}. One service exists for each
 * persistence unit of a plugin, property {@code osgi.unit.name}; it appears after the plugin's migrations
 * ({@code JUTONG-INF/schema/changelog.yaml}) have run.
 *
 * <p>Every entity is tenant-discriminated by site:
 *
 * <pre>{@code
 * @Multitenant(MultitenantType.SINGLE_TABLE)
 * @TenantDiscriminatorColumn(name = "SITE", contextProperty = SiteStore.TENANT, length = 10, primaryKey = true)
 * }</pre>
 *
 * <p>A call inside a call joins its transaction where the site is the same, and is refused where it is another. The
 * EntityManager ends with the call. Native SQL is not to be used: it is not filtered by site. Thread-safe.
 */
@ProviderType
public interface SiteStore {

    /** The EclipseLink property that names the tenant; for {@code @TenantDiscriminatorColumn.contextProperty}. */
    String TENANT = "eclipselink.tenant-id";

    /** Reads; nothing that {@code work} changes is stored. */
    <R> R read(SiteContext site, Function<EntityManager, R> work);

    /**
     * Writes in one transaction: committed when {@code work} returns, undone when it throws. After the commit the
     * site's cached pages are dropped.
     */
    <R> R write(SiteContext site, Function<EntityManager, R> work);

    /** {@link #write(SiteContext, Function)} without a result. */
    default void change(SiteContext site, Consumer<EntityManager> work) {
        write(site, em -> {
            work.accept(em);
            return null;
        });
    }
}
