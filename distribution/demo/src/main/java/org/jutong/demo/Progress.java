package org.jutong.demo;

import java.util.Optional;
import org.jutong.runtime.BootStep;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Holds the platform's readiness back until the province is there. It needs no other service, so that it is seen from
 * the moment on that the bundle starts.
 */
@Component(service = {Progress.class, BootStep.class})
public final class Progress implements BootStep {

    private final boolean wanted;
    private volatile boolean ready;
    private volatile String step = "等待加载演示数据";

    /** The province is wanted where {@code jutong.demo} is {@code guizhou}, else {@code JUTONG_DEMO}. */
    @Activate
    public Progress(BundleContext context) {
        String name = Optional.ofNullable(context.getProperty("jutong.demo"))
                .filter(value -> !value.isBlank())
                .orElse(System.getenv("JUTONG_DEMO"));
        this.wanted = "guizhou".equals(name);
        this.ready = !wanted;
    }

    boolean wanted() {
        return wanted;
    }

    void at(String what) {
        step = what;
    }

    void done() {
        step = "演示数据已就绪";
        ready = true;
    }

    @Override
    public String step() {
        return step;
    }

    @Override
    public boolean ready() {
        return ready;
    }
}
