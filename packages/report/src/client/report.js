// The report's only script. It runs from disk under a CSP that allows exactly this text; without it the report still reads.

{
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const act = (name, root) => all(`[data-act="${name}"]`, root);
  const press = (buttons, chosen) => {
    for (const button of buttons) button.setAttribute('aria-pressed', String(button === chosen));
  };

  const setHeat = (slider, value) => {
    const view = slider.closest('.view');
    slider.value = String(value);
    view.querySelector('output').textContent = `${slider.value}%`;
    view.querySelector('image.heat').style.setProperty('--heat', String(slider.valueAsNumber / 100));
  };

  const setBoxes = (checkbox, shown) => {
    checkbox.checked = shown;
    checkbox.closest('.view').querySelector('.boxes').classList.toggle('hidden', !shown);
  };

  /** Marks one finding of a page, on the picture and in the list, or none where it was marked already. */
  const choose = (page, id) => {
    const was = page.querySelector('.finding.active')?.id;
    const now = was === id ? null : id;
    for (const item of all('.finding', page)) {
      item.classList.toggle('active', item.id === now);
      item.querySelector('button.head')?.setAttribute('aria-pressed', String(item.id === now));
    }
    for (const box of all('.box', page)) box.classList.toggle('active', box.dataset.finding === now);
    if (!now) return;
    const box = page.querySelector('.box.active');
    const checkbox = act('boxes', page)[0];
    if (checkbox) setBoxes(checkbox, true);
    // A box drawn last lies on top, so that an overlapping one cannot hide it.
    box?.parentNode.append(box);
    for (const target of [box, document.getElementById(now)]) {
      target?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  };

  const enlarge = (button) => {
    const canvas = button.closest('.view').querySelector('.canvas');
    const large = canvas.classList.toggle('large');
    button.setAttribute('aria-pressed', String(large));
    canvas.style.setProperty('--large', `${Math.max(canvas.clientWidth * 1.8, 1100)}px`);
  };

  const filter = (verdict) => {
    for (const item of all('tr[data-verdict], .exhibit')) {
      item.classList.toggle('filtered-out', verdict !== '' && item.dataset.verdict !== verdict);
    }
  };

  const setLanguage = (language) => {
    document.documentElement.dataset.lang = language;
    document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
  };

  const show = (image) => image.setAttribute('href', image.dataset.href);

  /** Resolves when every picture that waited is decoded: what is printed must be whole. */
  const showAll = () =>
    Promise.all(
      all('image[data-href]:not([href])').map(
        (image) =>
          new Promise((resolve) => {
            image.addEventListener('load', resolve, { once: true });
            image.addEventListener('error', resolve, { once: true });
            show(image);
          }),
      ),
    );

  document.addEventListener('click', (event) => {
    const box = event.target.closest('.box');
    if (box) choose(box.closest('.page'), box.dataset.finding);
    const target = event.target.closest('button[data-act]');
    switch (target?.dataset.act) {
      case 'finding':
        choose(target.closest('.page'), target.closest('.finding').id);
        break;
      case 'enlarge':
        enlarge(target);
        break;
      case 'filter':
        press(act('filter'), target);
        filter(target.dataset.verdict);
        break;
      case 'lang':
        press(act('lang'), target);
        setLanguage(target.dataset.lang);
        break;
      case 'print':
        showAll().then(() => window.print());
        break;
    }
  });

  document.addEventListener('input', (event) => {
    const { act: name } = event.target.dataset;
    if (name === 'heat') setHeat(event.target, event.target.value);
    if (name === 'boxes') setBoxes(event.target, event.target.checked);
  });

  const nextExhibit = (step) => {
    const shown = all('.exhibit:not(.filtered-out)');
    const tops = shown.map((exhibit) => exhibit.getBoundingClientRect().top);
    const at = step > 0 ? tops.findIndex((top) => top > 20) : tops.findLastIndex((top) => top < -20);
    shown[at]?.scrollIntoView();
  };

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const box = event.target.closest?.('.box');
    if (box && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      choose(box.closest('.page'), box.dataset.finding);
      return;
    }
    switch (event.key.toLowerCase()) {
      case 'h': {
        const sliders = act('heat');
        const off = sliders.some((slider) => slider.value !== '0');
        for (const slider of sliders) setHeat(slider, off ? 0 : 60);
        break;
      }
      case 'b': {
        const boxes = act('boxes');
        const off = boxes.some((checkbox) => checkbox.checked);
        for (const checkbox of boxes) setBoxes(checkbox, !off);
        break;
      }
      case 'n':
        nextExhibit(1);
        break;
      case 'p':
        nextExhibit(-1);
        break;
    }
  });

  const waiting = all('image[data-href]');
  if (waiting.length > 0) {
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          for (const image of all('image[data-href]', target)) {
            if (isIntersecting) show(image);
            else image.removeAttribute('href');
          }
        }
      },
      { rootMargin: '1500px' },
    );
    for (const exhibit of all('.exhibit')) observer.observe(exhibit);
    window.addEventListener('beforeprint', showAll);
  }
}
