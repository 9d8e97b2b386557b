package org.jutong.runtime.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jutong.runtime.Texts;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The text files of all bundles. Where two have a key, the older bundle's counts: a plugin cannot reword the core. */
@Component(service = Texts.class, immediate = true)
public final class BundleTexts implements Texts, BundleTrackerCustomizer<Long> {

    private static final Logger LOG = LoggerFactory.getLogger(BundleTexts.class);
    private static final int INSTALLED_OR_MORE =
            Bundle.INSTALLED | Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;

    private final SortedMap<Long, Words> byBundle = new ConcurrentSkipListMap<>();
    private final BundleTracker<Long> tracker;
    private volatile Words all = new Words(Map.of(), Map.of());

    @Activate
    public BundleTexts(BundleContext context) {
        tracker = new BundleTracker<>(context, INSTALLED_OR_MORE, this);
        tracker.open();
    }

    @Deactivate
    void close() {
        tracker.close();
    }

    @Override
    public String say(Locale locale, String key, List<?> arguments) {
        Words words = all;
        String english = isEnglish(locale) ? words.english.get(key) : null;
        String pattern = english != null ? english : words.chinese.get(key);
        return pattern == null ? key : Pattern.fill(pattern, locale, arguments);
    }

    @Override
    public Map<String, String> all(Locale locale, String prefix) {
        Words words = all;
        Map<String, String> found = new TreeMap<>();
        collect(words.chinese, prefix, locale, found);
        if (isEnglish(locale)) {
            collect(words.english, prefix, locale, found);
        }
        return found;
    }

    @Override
    public Long addingBundle(Bundle bundle, BundleEvent event) {
        return read(bundle) ? bundle.getBundleId() : null;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Long id) {
        if (event != null && event.getType() == BundleEvent.UPDATED) {
            read(bundle);
        }
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Long id) {
        byBundle.remove(id);
        merge();
    }

    private boolean read(Bundle bundle) {
        Map<String, String> chinese = read(bundle, "zh-CN");
        Map<String, String> english = read(bundle, "en");
        if (chinese.isEmpty() && english.isEmpty()) {
            return false;
        }
        byBundle.put(bundle.getBundleId(), new Words(chinese, english));
        merge();
        return true;
    }

    private synchronized void merge() {
        Map<String, String> chinese = new HashMap<>();
        Map<String, String> english = new HashMap<>();
        byBundle.values().forEach(words -> {
            words.chinese.forEach(chinese::putIfAbsent);
            words.english.forEach(english::putIfAbsent);
        });
        all = new Words(chinese, english);
    }

    private static Map<String, String> read(Bundle bundle, String language) {
        URL file = bundle.getEntry("JUTONG-INF/texts/" + language + ".properties");
        Map<String, String> texts = new HashMap<>();
        if (file != null) {
            try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
                Properties properties = new Properties();
                properties.load(reader);
                properties.forEach((key, text) -> texts.put((String) key, (String) text));
            } catch (IOException | IllegalArgumentException e) {
                LOG.error("The texts {} of {} cannot be read", language, bundle.getSymbolicName(), e);
            }
        }
        return texts;
    }

    private static void collect(Map<String, String> from, String prefix, Locale locale, Map<String, String> into) {
        from.forEach((key, pattern) -> {
            if (key.startsWith(prefix)) {
                into.put(key.substring(prefix.length()), Pattern.fill(pattern, locale, List.of()));
            }
        });
    }

    private static boolean isEnglish(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    }

    private record Words(Map<String, String> chinese, Map<String, String> english) {}
}
