package org.jutong.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.SiteChangeListener;

class SiteNewsTest {

    private static final SiteCode GUIYANG = new SiteCode("5201000001");

    @TempDir
    Path folder;

    @Test
    void everyListenerHearsEvenWhereAnotherFails() throws Exception {
        try (TestFramework framework = new TestFramework(folder)) {
            SiteNews news = new SiteNews(framework.context());
            List<SiteCode> heard = new ArrayList<>();
            framework
                    .context()
                    .registerService(
                            SiteChangeListener.class,
                            sites -> {
                                throw new IllegalStateException("on purpose");
                            },
                            null);
            framework.context().registerService(SiteChangeListener.class, heard::addAll, null);

            news.changed(List.of());
            assertThat(heard).isEmpty();
            news.changed(List.of(GUIYANG));
            framework.context().registerService(SiteChangeListener.class, heard::addAll, null);
            news.changed(List.of(GUIYANG));
            assertThat(heard).containsExactly(GUIYANG, GUIYANG, GUIYANG);
            news.close();
        }
    }
}
