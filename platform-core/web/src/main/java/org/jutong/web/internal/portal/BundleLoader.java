package org.jutong.web.internal.portal;

import io.pebbletemplates.pebble.error.LoaderException;
import io.pebbletemplates.pebble.loader.Loader;
import io.pebbletemplates.pebble.utils.PathUtils;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.osgi.framework.Bundle;

/** Reads the templates of one plugin from its bundle, {@code JUTONG-INF/templates/}. */
final class BundleLoader implements Loader<String> {

    private static final String FOLDER = "JUTONG-INF/templates/";

    private final Bundle bundle;

    BundleLoader(Bundle bundle) {
        this.bundle = bundle;
    }

    @Override
    public Reader getReader(String name) {
        URL file = bundle.getEntry(FOLDER + name);
        if (file == null) {
            throw new LoaderException(null, "bundle " + bundle.getSymbolicName() + " has no " + FOLDER + name);
        }
        try {
            return new InputStreamReader(file.openStream(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new LoaderException(e, "bundle " + bundle.getSymbolicName() + ": cannot read " + FOLDER + name);
        }
    }

    @Override
    public boolean resourceExists(String name) {
        return bundle.getEntry(FOLDER + name) != null;
    }

    @Override
    public String resolveRelativePath(String relative, String anchor) {
        return PathUtils.resolveRelativePath(relative, anchor, '/');
    }

    @Override
    public String createCacheKey(String name) {
        return name;
    }

    @Override
    public void setCharset(String charset) {}

    @Override
    public void setPrefix(String prefix) {}

    @Override
    public void setSuffix(String suffix) {}
}
