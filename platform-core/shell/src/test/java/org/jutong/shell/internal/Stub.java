package org.jutong.shell.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;

/** An interface of which only some methods answer; the others must not be called. */
final class Stub {

    private Stub() {}

    static <T> T of(Class<T> type, Map<String, Function<Object[], Object>> answers) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (answers.containsKey(method.getName())) {
                return answers.get(method.getName()).apply(arguments == null ? new Object[0] : arguments);
            }
            if (method.isDefault()) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
            }
            throw new AssertionError("Nobody expected " + method);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
