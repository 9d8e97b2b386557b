package org.jutong.persistence.internal.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.config.CacheIsolationType;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.SingleTableMultitenantPolicy;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.jutong.plugin.data.SiteStore;

/** What a plugin's persistence unit must be like before anybody gets at its tables. */
final class TenantRules {

    private TenantRules() {}

    /** @throws IllegalStateException naming every entity and query that is not kept to one site */
    static void check(String plugin, ServerSession session) {
        List<String> faults = new ArrayList<>();
        session.getDescriptors().values().stream()
                .filter(entity -> !entity.isAggregateDescriptor() && !entity.isAggregateCollectionDescriptor())
                .forEach(entity -> check(entity, faults));
        queries(session).forEach(query -> check(query, faults));
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "The data of plugin " + plugin + " is not kept apart by site: " + String.join("; ", faults));
        }
    }

    private static void check(ClassDescriptor entity, List<String> faults) {
        String name = entity.getJavaClass().getName();
        Multitenant declared = declared(entity.getJavaClass());
        if (declared == null || !(root(entity).getMultitenantPolicy() instanceof SingleTableMultitenantPolicy policy)) {
            faults.add(name + " is not @Multitenant(SINGLE_TABLE)");
        } else if (!policy.getTenantDiscriminatorFieldsKeyedOnContext().keySet().equals(Set.of(SiteStore.TENANT))) {
            faults.add(name + " must have one tenant column, contextProperty = SiteStore.TENANT");
        } else if (!declared.includeCriteria()) {
            faults.add(name + " switches its tenant criteria off");
        } else if (entity.getCachePolicy().getCacheIsolation() != CacheIsolationType.ISOLATED) {
            faults.add(name + " uses the shared cache");
        }
    }

    private static void check(DatabaseQuery query, List<String> faults) {
        String jpql = query.getJPQLString();
        if (query.isCallQuery() || (jpql != null && GuardedEntityManager.reachesSql(jpql))) {
            faults.add("the named query " + query.getName() + " is native");
        }
    }

    private static Multitenant declared(Class<?> entity) {
        for (Class<?> type = entity; type != null; type = type.getSuperclass()) {
            if (type.isAnnotationPresent(Multitenant.class)) {
                return type.getAnnotation(Multitenant.class);
            }
        }
        return null;
    }

    private static ClassDescriptor root(ClassDescriptor entity) {
        return entity.isChildDescriptor() ? entity.getInheritancePolicy().getRootParentDescriptor() : entity;
    }

    private static Stream<DatabaseQuery> queries(ServerSession session) {
        Stream<DatabaseQuery> named = Stream.concat(session.getAllQueries().stream(), session.getJPAQueries().stream());
        Stream<DatabaseQuery> byEntity = session.getDescriptors().values().stream()
                .flatMap(entity -> ((List<?>) entity.getQueryManager().getAllQueries()).stream())
                .map(DatabaseQuery.class::cast);
        return Stream.concat(named, byEntity);
    }
}
