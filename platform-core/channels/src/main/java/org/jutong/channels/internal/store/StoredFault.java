package org.jutong.channels.internal.store;

import java.util.List;
import org.jutong.channels.Delivery.Fault;

/**
 * Why an attempt failed, as it is stored.
 *
 * @param arguments a line each, at most 1,000 characters
 */
record StoredFault(String code, String arguments) {

    private static final int MOST = 1_000;

    static StoredFault of(Fault fault) {
        String lines = String.join(
                "\n",
                fault.arguments().stream().map(each -> each.replace('\n', ' ')).toList());
        return new StoredFault(fault.code(), lines.substring(0, Math.min(MOST, lines.length())));
    }

    Fault fault() {
        return new Fault(code, arguments == null || arguments.isEmpty() ? List.of() : List.of(arguments.split("\n")));
    }
}
