/* Comfort on top of pages that work without it. Loaded in the head, so that a reader's choices hold from the first paint. */
(function () {
  'use strict';
  const root = document.documentElement;
  const remembered = {
    get(key) {
      try { return localStorage.getItem('jutong.' + key); } catch { return null; }
    },
    set(key, value) {
      try { localStorage.setItem('jutong.' + key, value); } catch { /* private browsing: the choice lasts for this page */ }
    },
  };

  root.classList.add('script');
  root.classList.toggle('elder', remembered.get('elder') === 'on');
  setSize(remembered.get('size') || 'm');

  function setSize(size) {
    root.classList.toggle('size-l', size === 'l');
    root.classList.toggle('size-s', size === 's');
  }

  function elderSwitch(button) {
    const words = [button.textContent, button.dataset.elder];
    const show = () => {
      const on = root.classList.contains('elder');
      button.textContent = words[on ? 1 : 0];
      button.setAttribute('aria-pressed', String(on));
    };
    button.addEventListener('click', () => {
      remembered.set('elder', root.classList.toggle('elder') ? 'on' : 'off');
      show();
    });
    show();
  }

  function sizeSwitch(buttons) {
    const show = (size) => buttons.forEach((each) => each.setAttribute('aria-pressed', String(each.dataset.size === size)));
    buttons.forEach((button) => button.addEventListener('click', () => {
      setSize(button.dataset.size);
      remembered.set('size', button.dataset.size);
      show(button.dataset.size);
    }));
    show(remembered.get('size') || 'm');
  }

  function menu(button) {
    const list = document.getElementById(button.getAttribute('aria-controls'));
    button.addEventListener('click', () => button.setAttribute('aria-expanded', String(list.classList.toggle('open'))));
  }

  function readAloud(button) {
    if (!('speechSynthesis' in window)) {
      return;
    }
    const words = [button.textContent, button.dataset.aloud];
    button.hidden = false;
    button.addEventListener('click', () => {
      const stop = speechSynthesis.speaking;
      speechSynthesis.cancel();
      if (!stop) {
        const text = new SpeechSynthesisUtterance(document.querySelector('.article').innerText);
        text.lang = 'zh-CN';
        text.onend = () => { button.textContent = words[0]; };
        speechSynthesis.speak(text);
      }
      button.textContent = words[stop ? 0 : 1];
    });
  }

  /* Titles to choose from while somebody types. The browser's own list brings its keys and what it says aloud. */
  function suggest(input, number) {
    const list = document.createElement('datalist');
    list.id = 'suggested-' + number;
    input.form.append(list);
    input.setAttribute('list', list.id);
    input.autocomplete = 'off';
    let asked = '';
    let timer;
    const ask = async () => {
      const typed = input.value.trim();
      if (typed === asked) {
        return;
      }
      asked = typed;
      try {
        const response = typed ? await fetch(input.dataset.suggest + encodeURIComponent(typed)) : null;
        const titles = response && response.ok ? (await response.json()).items : [];
        if (typed === asked) {
          list.replaceChildren(...titles.map((title) => new Option('', title)));
        }
      } catch { /* without them the box works as well */ }
    };
    input.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(ask, 150);
    });
  }

  /* The field's rule: ask before a link leads away from government sites. Links of articles go by a page that says so,
     whose own way out is marked; this is for links of other pages. */
  function askBeforeLeaving(event) {
    const link = event.target.closest('a[href]');
    const elsewhere = link && /^https?:$/.test(link.protocol) && link.host !== location.host && !/\.gov\.cn$/.test(link.hostname)
      && !link.relList.contains('external');
    if (elsewhere && !window.confirm(document.body.dataset.leave)) {
      event.preventDefault();
    }
  }

  document.addEventListener('DOMContentLoaded', () => {
    document.querySelectorAll('[data-elder]').forEach(elderSwitch);
    sizeSwitch(document.querySelectorAll('[data-size]'));
    document.querySelectorAll('.menu-button').forEach(menu);
    document.querySelectorAll('[data-print]').forEach((button) => button.addEventListener('click', () => window.print()));
    document.querySelectorAll('[data-suggest]').forEach(suggest);
    document.querySelectorAll('[data-aloud]').forEach(readAloud);
    document.addEventListener('click', askBeforeLeaving);
  });
})();
