package org.jutong.persistence.internal.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.regex.Pattern;
import javax.persistence.EntityManager;
import javax.persistence.EntityNotFoundException;

/** What a plugin gets to hold: without the ways past the tenant filter that EclipseLink leaves open. */
final class GuardedEntityManager implements InvocationHandler {

    private static final Set<String> REFUSED = Set.of(
            "createNativeQuery",
            "createStoredProcedureQuery",
            "createNamedStoredProcedureQuery",
            "unwrap",
            "getDelegate",
            "getEntityManagerFactory",
            "getTransaction",
            "joinTransaction",
            "close");
    /** EclipseLink's additions to JPQL that reach SQL and foreign tables. */
    private static final Pattern SQL_IN_JPQL = Pattern.compile("(?i)\\b(SQL|TABLE)\\s*\\(");

    private final EntityManager plain;

    private GuardedEntityManager(EntityManager plain) {
        this.plain = plain;
    }

    static EntityManager guard(EntityManager plain) {
        return (EntityManager) Proxy.newProxyInstance(
                // the API's own loader: it sees every type that the interface names, this bundle's sees a few
                EntityManager.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                new GuardedEntityManager(plain));
    }

    static boolean reachesSql(String jpql) {
        return SQL_IN_JPQL.matcher(jpql).find();
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        String name = method.getName();
        if (REFUSED.contains(name)) {
            throw refused(name);
        }
        if (name.equals("getReference")) {
            return found((Class<?>) arguments[0], arguments[1]);
        }
        check(name, arguments);
        try {
            return method.invoke(plain, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void check(String name, Object[] arguments) {
        if (name.equals("setProperty") && ((String) arguments[0]).startsWith("eclipselink.")) {
            throw refused("setProperty(" + arguments[0] + ")");
        }
        if (name.equals("createQuery") && arguments[0] instanceof String jpql && reachesSql(jpql)) {
            throw refused("SQL inside JPQL");
        }
        // Only what was read or persisted here is known to be the site's own: EclipseLink deletes by id alone.
        if (name.equals("remove") && !plain.contains(arguments[0])) {
            throw new IllegalArgumentException("Only an entity that was found in this call can be removed");
        }
    }

    /** An unread reference would let a foreign row be deleted or linked by its id. */
    private <T> T found(Class<T> type, Object id) {
        T entity = plain.find(type, id);
        if (entity == null) {
            throw new EntityNotFoundException("No " + type.getSimpleName() + " " + id + " on this site");
        }
        return entity;
    }

    private static UnsupportedOperationException refused(String what) {
        return new UnsupportedOperationException(what + " is not offered to plugins: it is not kept to one site");
    }
}
