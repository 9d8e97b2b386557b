package org.jutong.web.internal.rest;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Public;
import org.jutong.plugin.SignedIn;

/**
 * What a REST method declares about its callers.
 *
 * @param word {@code public}, {@code signed-in} or {@code permission}, as the interface description says it
 * @param permissions any one of which is enough; empty unless it asks for a permission
 */
record Access(String word, List<String> permissions) {

    private static final Access PUBLIC = new Access("public", List.of());
    private static final Access SIGNED_IN = new Access("signed-in", List.of());

    /** What the method declares; empty where it declares nothing, or more than one thing. */
    static Optional<Access> of(Method method) {
        List<Access> declared = new ArrayList<>();
        if (method.isAnnotationPresent(Public.class)) {
            declared.add(PUBLIC);
        }
        if (method.isAnnotationPresent(SignedIn.class)) {
            declared.add(SIGNED_IN);
        }
        Permission permission = method.getAnnotation(Permission.class);
        if (permission != null && permission.value().length > 0) {
            declared.add(new Access("permission", List.of(permission.value())));
        }
        return declared.size() == 1 ? Optional.of(declared.get(0)) : Optional.empty();
    }

    boolean isPublic() {
        return this == PUBLIC;
    }

    boolean isForAnybodySignedIn() {
        return this == SIGNED_IN;
    }
}
